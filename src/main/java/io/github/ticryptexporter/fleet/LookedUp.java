package io.github.ticryptexporter.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What the API answered when it was asked for one object.
 *
 * @param id that it was asked by, as the API spells it
 * @param found null when there is no such object
 */
public record LookedUp<T>(String id, @Nullable T found) {}
