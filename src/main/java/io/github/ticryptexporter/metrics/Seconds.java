package io.github.ticryptexporter.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Times as Prometheus writes them: Unix seconds, milliseconds as fractions. */
final class Seconds {
    private Seconds() {}

    static double of(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }

    /** Any duration: one in nanoseconds ends at 292 years, and a Date header may be further off than that. */
    static double of(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .doubleValue();
    }
}
