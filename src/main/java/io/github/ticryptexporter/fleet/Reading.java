package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.List;

/**
 * The data of one good answer.
 *
 * @param items in the order of the answer, ids unique
 * @param judgedAt the instant ages are judged against: the answer's Date header, else the own clock
 */
public record Reading<T>(List<T> items, Instant judgedAt) {
    public Reading {
        items = List.copyOf(items);
    }
}
