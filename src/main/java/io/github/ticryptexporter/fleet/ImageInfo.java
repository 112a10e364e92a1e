package io.github.ticryptexporter.fleet;

/**
 * A VM image as {@code GET /api/vms/images} lists it, reduced to what is exposed.
 *
 * @param sizeBytes 0 when the API leaves it out
 */
public record ImageInfo(String id, ImageType type, long sizeBytes) {}
