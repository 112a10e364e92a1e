package io.github.ticryptexporter.http;

import java.time.Duration;

/**
 * How often requests may come, all clients together.
 *
 * @param interval in the long run one request each
 * @param burst that many at once after a rest, at least 1
 */
public record RateLimit(Duration interval, int burst) {
    public RateLimit {
        if (interval.isNegative() || interval.isZero() || burst < 1) {
            throw new IllegalArgumentException("nothing could ever come");
        }
    }
}
