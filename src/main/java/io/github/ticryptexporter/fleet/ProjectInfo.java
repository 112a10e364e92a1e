package io.github.ticryptexporter.fleet;

/** A project as {@code GET /api/projects} lists it. */
public record ProjectInfo(String id) {}
