package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record as one line of logfmt or JSON: {@code ts}, {@code level}, {@code logger}, {@code msg}, where equal lines
 * were left out their number as {@code repeated}, and for an exception {@code err} and, when debugging, {@code stack}.
 *
 * <p>Whatever a message contains, it cannot begin a second line or a second field; user and query of an address are not
 * shown, whoever names it.
 */
final class LineFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Fields whose values are words of ours. */
    private static final Set<String> WORDS = Set.of("ts", "level", "logger", "repeated");

    private static final Pattern PLAIN = Pattern.compile("[\\w.:$-]+");

    private static final Pattern USER_OF_ADDRESS = Pattern.compile("://[^\\s/]*@");

    /** Prose puts a blank or a quote behind a question mark. */
    private static final Pattern QUERY_OF_ADDRESS = Pattern.compile("(?<=[\\w/.~%-])\\?[^\\s\"']+");

    private final LogOptions options;

    LineFormatter(LogOptions options) {
        this.options = options;
    }

    @Override
    public String format(LogRecord record) {
        return line(record, 0);
    }

    /** @param leftOut how many equal records were not written before this one */
    String line(LogRecord record, long leftOut) {
        Map<String, String> fields = fields(record, leftOut);
        return switch (options.format()) {
            case LOGFMT -> logfmt(fields) + "\n";
            case JSON -> json(fields) + "\n";
        };
    }

    private Map<String, String> fields(LogRecord record, long leftOut) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ts", TIME.format(record.getInstant()));
        fields.put("level", level(record.getLevel()).label());
        fields.put("logger", shortName(record.getLoggerName()));
        fields.put("msg", cleaned(Objects.requireNonNullElse(formatMessage(record), "")));
        if (leftOut > 0) {
            fields.put("repeated", Long.toString(leftOut));
        }
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            fields.put("err", cleaned(error(thrown)));
        }
        if (thrown != null && isDebugged(record)) {
            fields.put("stack", cleaned(stack(thrown)));
        }
        return fields;
    }

    private boolean isDebugged(LogRecord record) {
        return Logging.levelOf(String.valueOf(record.getLoggerName()), options) == LogOptions.Level.DEBUG;
    }

    private static String cleaned(String text) {
        String anonymous = USER_OF_ADDRESS.matcher(text).replaceAll("://***@");
        return QUERY_OF_ADDRESS.matcher(anonymous).replaceAll("?***");
    }

    private static String logfmt(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + logfmt(field.getKey(), field.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Free text is always quoted, so that a search for {@code msg="} finds every line. */
    private static String logfmt(String field, String value) {
        return WORDS.contains(field) && PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A string as JSON writes it, which is also what readers of logfmt expect. */
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(character -> text.append(escaped(character)));
        return text.append('"').toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(character) ? Character.toString(character) : hex(character);
        };
    }

    /** False for what could forge a line or hide a part of one: controls, line separators, changes of direction. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String hex(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    private static LogOptions.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return LogOptions.Level.ERROR;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return LogOptions.Level.WARN;
        }
        return level.intValue() >= Level.INFO.intValue() ? LogOptions.Level.INFO : LogOptions.Level.DEBUG;
    }

    private static String shortName(@Nullable String logger) {
        String name = Objects.requireNonNullElse(logger, "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String error(Throwable thrown) {
        String name = thrown.getClass().getName();
        return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
