package io.github.ticryptexporter.fleet;

/** A user as {@code GET /api/users} lists it; the id never leaves the process. */
public record UserInfo(String id) {}
