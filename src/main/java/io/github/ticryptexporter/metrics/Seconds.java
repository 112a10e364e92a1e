package io.github.ticryptexporter.metrics;

import java.time.Duration;
import java.time.Instant;

/** Times as Prometheus writes them: Unix seconds, milliseconds as fractions. */
final class Seconds {
    private Seconds() {}

    static double of(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }

    static double of(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
