package io.github.ticryptexporter.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the configuration writes them: a whole number and one of {@code ms s m h d}. */
public final class DurationText {

    /** Far beyond any sensible setting, and far below what arithmetic on nanoseconds can hold. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    /** Longest unit first. */
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
    }

    private DurationText() {}

    /** Empty when the text is no duration. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration duration =
                UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
        return Optional.of(duration);
    }

    /** The shortest way to write a duration of whole milliseconds: {@code 90s}, {@code 2m}, {@code 1d}. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        return UNITS.entrySet().stream()
                .filter(unit -> millis > 0 && millis % unit.getValue().toMillis() == 0)
                .map(unit -> millis / unit.getValue().toMillis() + unit.getKey())
                .findFirst()
                .orElse(millis + "ms");
    }
}
