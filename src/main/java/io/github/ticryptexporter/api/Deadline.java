package io.github.ticryptexporter.api;

import java.time.Duration;

/** When an exchange has to be over, on the clock that nobody sets. */
record Deadline(long atNanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** 0 or less when it has passed. */
    long remainingNanos() {
        return atNanos - System.nanoTime();
    }
}
