package io.github.ticryptexporter.fleet;

/** A VM image as {@code GET /api/vms/images} lists it. */
public record ImageInfo(String id) {}
