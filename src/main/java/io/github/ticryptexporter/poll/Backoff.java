package io.github.ticryptexporter.poll;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave a failing route alone: 1 s doubling to 60 s, each time a random half of it to all of it. */
final class Backoff {

    private static final int MAX_DOUBLINGS = 6;
    private static final Duration MAX = Duration.ofSeconds(60);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after so many failures in a row, at least one. */
    Duration after(int failures) {
        Duration full = Duration.ofSeconds(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        long nanos = (full.compareTo(MAX) > 0 ? MAX : full).toNanos();
        return Duration.ofNanos((long) (nanos * random.nextDouble(0.5, 1.0)));
    }
}
