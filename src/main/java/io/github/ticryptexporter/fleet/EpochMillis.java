package io.github.ticryptexporter.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant as it is on the wire and in records of which there are many: milliseconds, an object of nobody. */
public final class EpochMillis {

    /** No instant; the API knows none before 1970. */
    public static final long NONE = -1;

    private EpochMillis() {}

    /** The milliseconds of an instant; {@link #NONE} for none. */
    public static long of(@Nullable Instant instant) {
        return instant == null ? NONE : instant.toEpochMilli();
    }

    /** The instant; null for none. */
    public static @Nullable Instant instant(long millis) {
        return millis == NONE ? null : Instant.ofEpochMilli(millis);
    }
}
