package io.github.ticryptexporter.fleet;

/**
 * How well the memory of a look-up route's answers has served since the start.
 *
 * @param hits times an answer was wanted and remembered
 * @param misses times an answer was wanted and not, or no longer, remembered
 * @param evictions answers forgotten by age or for want of room
 * @param entries answers remembered now, that there is no such object included
 */
public record LookUpCount(long hits, long misses, long evictions, long entries) {}
