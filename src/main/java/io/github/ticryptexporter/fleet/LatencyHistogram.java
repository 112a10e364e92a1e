package io.github.ticryptexporter.fleet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Durations counted into fixed buckets.
 *
 * @param counts observations in each bucket, not cumulative; one for each bound and one above the last
 * @param sumSeconds sum of all observations
 */
public record LatencyHistogram(List<Long> counts, double sumSeconds) {

    /** Upper bounds in seconds, included, ascending: from a local answer to the longest list behind a slow link. */
    public static final List<Double> BOUNDS_SECONDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0);

    /** No observation. */
    public static final LatencyHistogram EMPTY =
            new LatencyHistogram(Collections.nCopies(BOUNDS_SECONDS.size() + 1, 0L), 0);

    public LatencyHistogram {
        counts = List.copyOf(counts);
        if (counts.size() != BOUNDS_SECONDS.size() + 1) {
            throw new IllegalArgumentException("expected a count for each bucket, but was " + counts);
        }
    }

    /** This histogram and one more observation. */
    public LatencyHistogram plus(double seconds) {
        int bucket = 0;
        while (bucket < BOUNDS_SECONDS.size() && seconds > BOUNDS_SECONDS.get(bucket)) {
            bucket++;
        }
        List<Long> next = new ArrayList<>(counts);
        next.set(bucket, next.get(bucket) + 1);
        return new LatencyHistogram(next, sumSeconds + seconds);
    }
}
