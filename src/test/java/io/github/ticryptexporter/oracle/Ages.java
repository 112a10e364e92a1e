package io.github.ticryptexporter.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Judges the API's milliseconds against the instant of the answer that brought them; every edge is included. */
final class Ages {
    private Ages() {}

    /** Whether {@code millis} is there and at least {@code age} ago. */
    static boolean atLeast(Duration age, OptionalLong millis, Instant now) {
        return millis.isPresent() && now.toEpochMilli() - millis.getAsLong() >= age.toMillis();
    }

    /**
     * Whether {@code millis} is there and in the last {@code span}.
     *
     * <p>Ambiguous: an instant yet to come is not in the last anything.
     */
    static boolean inTheLast(Duration span, OptionalLong millis, Instant now) {
        return millis.isPresent()
                && millis.getAsLong() <= now.toEpochMilli()
                && now.toEpochMilli() - millis.getAsLong() <= span.toMillis();
    }

    /** Whether {@code millis} is there and in the coming {@code span}; now is coming, see {@link #passed}. */
    static boolean inTheComing(Duration span, OptionalLong millis, Instant now) {
        return millis.isPresent()
                && millis.getAsLong() >= now.toEpochMilli()
                && millis.getAsLong() - now.toEpochMilli() <= span.toMillis();
    }

    /**
     * Whether {@code millis} is there and before now.
     *
     * <p>Ambiguous: "passed" is not among the words whose edge is included, so that this very instant has not passed.
     */
    static boolean passed(OptionalLong millis, Instant now) {
        return millis.isPresent() && millis.getAsLong() < now.toEpochMilli();
    }

    static double seconds(long millis) {
        return millis / 1000.0;
    }
}
