package io.github.ticryptexporter.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values a little above and a little below a threshold, as little as anybody would care about. */
final class Step {
    private static final Pattern DURATION = Pattern.compile("(\\d+)([smhd])");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86400L);

    /** Where it would be less than a sample, one of which is taken each {@code forecast.step}. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "forecast.step", List.of("3h", "12h"),
            "forecast.jump", List.of("66h", "78h"),
            "forecast.short_window", List.of("162h", "174h"),
            "forecast.short_history", List.of("114h", "126h"),
            "forecast.long_window", List.of("666h", "678h"),
            "forecast.long_history", List.of("330h", "342h"),
            "TicryptVmsUnpatched.age", List.of("14d", "90d"));

    private static final long HALF_A_DAY = 43_200;
    private static final BigDecimal TWO_PERCENT = new BigDecimal("0.02");
    private static final BigDecimal DAY = new BigDecimal(86400);
    private static final BigDecimal MORE_THAN_ONE_EVALUATION = new BigDecimal(61);

    private Step() {}

    /** The neighbours of this threshold; none of what is no number. */
    static List<String> around(String name, String value) {
        Matcher duration = DURATION.matcher(value);
        if (OTHERS.containsKey(name)) {
            return OTHERS.getOrDefault(name, List.of());
        }
        if (duration.matches()) {
            long seconds = Long.parseLong(duration.group(1)) * SECONDS.getOrDefault(duration.group(2), 1L);
            long step = step(seconds);
            return List.of(Math.max(1, seconds - step) + "s", seconds + step + "s");
        }
        return value.matches("[\\d.]+") ? aroundNumber(name, new BigDecimal(value)) : List.of();
    }

    /** A tenth and at least an evaluation; a quarter of what takes half a day or more, which tests do not follow by the minute. */
    private static long step(long seconds) {
        return seconds < HALF_A_DAY ? Math.max(60, seconds / 10) : seconds / 4;
    }

    private static List<String> aroundNumber(String name, BigDecimal number) {
        BigDecimal step = step(name, number);
        return Stream.of(number.subtract(step).max(BigDecimal.ZERO), number.add(step))
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static BigDecimal step(String name, BigDecimal number) {
        if (name.endsWith("ratio")) {
            return new BigDecimal("0.01");
        }
        if (name.endsWith("seconds")) {
            return number.compareTo(DAY) < 0 ? MORE_THAN_ONE_EVALUATION : number.multiply(TWO_PERCENT);
        }
        return name.endsWith("factor") || name.endsWith("overcommit") ? number.multiply(TWO_PERCENT) : BigDecimal.ONE;
    }
}
