package io.github.ticryptexporter.cli;

import java.util.Locale;

/** How much is logged, and in which form. */
public record LogOptions(Level level, Format format) {

    /** What is logged when nothing is said. */
    public static final LogOptions DEFAULT = new LogOptions(Level.INFO, Format.LOGFMT);

    /** The least severe record that is still written. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR;

        /** The word in flags and log lines: {@code debug} and so on. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The form of a log line. */
    public enum Format {
        LOGFMT,
        JSON;

        /** The word in flags: {@code logfmt}, {@code json}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
