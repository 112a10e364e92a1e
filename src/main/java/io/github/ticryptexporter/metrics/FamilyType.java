package io.github.ticryptexporter.metrics;

import java.util.Locale;

/** How a family's samples are to be read. */
public enum FamilyType {
    GAUGE,
    COUNTER,
    HISTOGRAM,
    SUMMARY,
    INFO;

    /** The word in the reference and in the exposition formats: {@code gauge} and so on. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
