package io.github.ticryptexporter.cli;

import java.util.Locale;

/** The form in which a table is printed. */
public enum TableFormat {
    MARKDOWN,
    JSON;

    /** The word in flags: {@code markdown}, {@code json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
