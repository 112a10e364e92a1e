package io.github.ticryptexporter.metrics;

import java.util.List;

/**
 * What a histogram or a summary says of its observations.
 *
 * @param bounds upper bounds of the buckets, included, ascending, infinity left out; empty for a summary
 * @param cumulative how many observations each bound covers
 * @param count how many observations there are
 * @param sum what they come to
 */
public record Distribution(List<Double> bounds, List<Long> cumulative, long count, double sum) {

    public Distribution {
        bounds = List.copyOf(bounds);
        cumulative = List.copyOf(cumulative);
        if (bounds.size() != cumulative.size()) {
            throw new IllegalArgumentException(
                    "expected a count for each of " + bounds.size() + " bounds, but was " + cumulative.size());
        }
    }

    /** Of observations that are in no bucket. */
    public static Distribution summary(long count, double sum) {
        return new Distribution(List.of(), List.of(), count, sum);
    }
}
