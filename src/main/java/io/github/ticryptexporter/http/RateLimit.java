package io.github.ticryptexporter.http;

import java.time.Duration;

/**
 * How often requests may come, all clients together.
 *
 * @param interval in the long run one request each
 * @param burst that many at once after a rest, at least 1
 */
public record RateLimit(Duration interval, int burst) {

    /** Of an interval times a burst; far above what limits anything, and far below what nanoseconds can count. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    public RateLimit {
        if (interval.isNegative() || interval.isZero() || burst < 1) {
            throw new IllegalArgumentException("nothing could ever come");
        }
        if (interval.multipliedBy(burst).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("so large a burst would be no limit");
        }
    }

    /** How long it takes after a whole burst until another may come. */
    long fullNanos() {
        return interval.multipliedBy(burst).toNanos();
    }
}
