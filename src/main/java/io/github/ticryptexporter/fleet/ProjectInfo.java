package io.github.ticryptexporter.fleet;

/**
 * A project as {@code GET /api/projects} lists it, reduced to what is exposed.
 *
 * @param id whole, {@code proj|} included
 * @param isSub whether it has a parent
 * @param securityLevel id of the required level; empty when the API leaves it out
 */
public record ProjectInfo(String id, boolean isSub, String securityLevel) {}
