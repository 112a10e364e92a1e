package io.github.ticryptexporter.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock and a ticker that move together, and only when they are told to. */
public final class ManualClock implements InstantSource, LongSupplier {

    /** Where every manual clock starts. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private long nanos;

    /** Moves time on. */
    public synchronized void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    @Override
    public synchronized Instant instant() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long getAsLong() {
        return nanos;
    }
}
