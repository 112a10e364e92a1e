package io.github.ticryptexporter.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as the configuration writes them: bytes, or a whole number and one of {@code KiB MiB GiB TiB}. */
public final class SizeText {

    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,18})(KiB|MiB|GiB|TiB)?");

    /** Largest unit first. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("TiB", 1L << 40);
        UNITS.put("GiB", 1L << 30);
        UNITS.put("MiB", 1L << 20);
        UNITS.put("KiB", 1L << 10);
    }

    private SizeText() {}

    /** Empty when the text is no size, or one that 63 bits cannot count. */
    static OptionalLong parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long unit = matcher.group(2) == null ? 1 : UNITS.getOrDefault(matcher.group(2), 1L);
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE / unit ? OptionalLong.empty() : OptionalLong.of(number * unit);
    }

    /** The shortest way to write it: {@code 1GiB}, {@code 1536MiB}, {@code 1000}. */
    public static String format(long bytes) {
        return UNITS.entrySet().stream()
                .filter(unit -> bytes > 0 && bytes % unit.getValue() == 0)
                .map(unit -> bytes / unit.getValue() + unit.getKey())
                .findFirst()
                .orElse(Long.toString(bytes));
    }
}
