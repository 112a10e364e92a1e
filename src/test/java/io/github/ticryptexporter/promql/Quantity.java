package io.github.ticryptexporter.promql;

import java.util.Locale;
import java.util.Optional;

/** What a number is a number of. */
public enum Quantity {
    COUNT,
    /** Of two equal quantities; 1 and 0 for yes and no too. */
    RATIO,
    BYTES,
    SECONDS,
    /** Seconds since the beginning of 1970. */
    TIMESTAMP,
    PER_SECOND,
    BYTES_PER_SECOND;

    /** What the name of a metric says. */
    static Quantity named(String metric) {
        String name = metric.replaceAll("_(?:total|bucket|sum)$", "");
        if (name.endsWith("_timestamp_seconds")) {
            return TIMESTAMP;
        }
        return name.endsWith("_seconds")
                ? SECONDS
                : name.endsWith("_bytes") ? BYTES : name.endsWith("_ratio") ? RATIO : COUNT;
    }

    /** Per second of time. */
    Quantity rate() {
        return switch (this) {
            case BYTES -> BYTES_PER_SECOND;
            case SECONDS, TIMESTAMP -> RATIO;
            case COUNT, RATIO, PER_SECOND, BYTES_PER_SECOND -> PER_SECOND;
        };
    }

    /** From one moment to another. */
    Quantity difference() {
        return this == TIMESTAMP ? SECONDS : this;
    }

    /** The sum of both; nothing for what cannot be added. */
    Optional<Quantity> plus(Quantity other) {
        if (this == TIMESTAMP || other == TIMESTAMP) {
            return this == SECONDS || other == SECONDS ? Optional.of(TIMESTAMP) : Optional.empty();
        }
        return this == other || (isPlain() && other.isPlain()) ? Optional.of(this) : Optional.empty();
    }

    Optional<Quantity> minus(Quantity other) {
        if (this == TIMESTAMP) {
            return other == TIMESTAMP
                    ? Optional.of(SECONDS)
                    : other == SECONDS ? Optional.of(TIMESTAMP) : Optional.empty();
        }
        return plus(other);
    }

    Optional<Quantity> times(Quantity other) {
        return isPlain() ? Optional.of(other) : other.isPlain() ? Optional.of(this) : Optional.empty();
    }

    Optional<Quantity> per(Quantity other) {
        if (this == other) {
            return Optional.of(RATIO);
        }
        if (other.rate() == RATIO) {
            return Optional.of(rate());
        }
        return other.isPlain() ? Optional.of(this) : rate() == other ? Optional.of(SECONDS) : Optional.empty();
    }

    /** As a person would say it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private boolean isPlain() {
        return this == COUNT || this == RATIO;
    }
}
