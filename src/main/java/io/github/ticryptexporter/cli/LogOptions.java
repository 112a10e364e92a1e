package io.github.ticryptexporter.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much is logged, and in which form.
 *
 * @param level of what has none of its own
 * @param own levels of packages, one of {@link #PACKAGES} or a library by its full name, which is never at debug
 */
public record LogOptions(Level level, Map<String, Level> own, Format format) {

    /** What is logged when nothing is said. */
    public static final LogOptions DEFAULT = new LogOptions(Level.INFO, Format.LOGFMT);

    /** The word for what is logged by no package inside the exporter's, such as its start. */
    public static final String EXPORTER = "exporter";

    /** Packages of the exporter that log anything, by their last names. */
    public static final List<String> PACKAGES = List.of("api", "cli", EXPORTER, "http", "poll", "simulator");

    public LogOptions {
        own = Map.copyOf(own);
    }

    /** The same level for every package. */
    public LogOptions(Level level, Format format) {
        this(level, Map.of(), format);
    }

    /** The level of one of {@link #PACKAGES}. */
    public Level levelOf(String name) {
        return own.getOrDefault(name, level);
    }

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
