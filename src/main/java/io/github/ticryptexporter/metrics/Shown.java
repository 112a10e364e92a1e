package io.github.ticryptexporter.metrics;

import java.util.List;

/**
 * What is exposed of one snapshot.
 *
 * @param families every family that has a sample, by name
 * @param reduction what the series budget took away
 */
public record Shown(List<ExposedFamily> families, Reduction reduction) {

    public Shown {
        families = List.copyOf(families);
    }
}
