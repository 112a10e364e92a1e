package io.github.ticryptexporter.simulator;

import java.util.List;

/**
 * What a generated fleet follows from.
 *
 * @param startMillis the moment that all its times lie before or around
 */
record Origin(long seed, Census census, List<SimulatedHost> hosts, long startMillis) {
    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;

    Draw draw(String purpose) {
        return new Draw(seed, purpose, 0);
    }

    /** A moment in the past, as likely within any tenfold of its age: recent ones are dense, old ones rare. */
    long past(Draw draw, long leastAge, long greatestAge) {
        double tens = StrictMath.log10((double) greatestAge / leastAge);
        return startMillis - (long) (leastAge * StrictMath.pow(10, tens * draw.between(0, 10_000) / 10_000.0));
    }
}
