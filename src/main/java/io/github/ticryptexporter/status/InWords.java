package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, times and reasons as a person reads them. */
final class InWords {

    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> BYTES = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int BYTES_STEP = 1024;

    private InWords() {}

    /** {@code 200,000}; a fraction keeps one digit. */
    static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }

    /** {@code 1 team}, {@code 12 teams}. */
    static String count(int number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 893 GiB}, {@code 1.5 TiB}. */
    static String bytes(double value) {
        int unit = 0;
        double scaled = value;
        while (scaled >= BYTES_STEP && unit < BYTES.size() - 1) {
            scaled /= BYTES_STEP;
            unit++;
        }
        return number(Math.rint(scaled * 10) / 10) + " " + BYTES.get(unit);
    }

    /** Rounded down to its unit: {@code 119 s}, {@code 119 min}, {@code 47 h}, {@code 2 d}; what lies ahead is 0. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /** A duration in units of another: {@code 1.5 intervals}. */
    static String intervals(Duration duration, Duration interval) {
        double intervals = Math.max(0, duration.toMillis()) / (double) Math.max(1, interval.toMillis());
        return String.format(Locale.ROOT, "%.1f intervals", intervals);
    }

    /** {@code 2026-03-01 12:00:00 UTC}, for programs too. */
    static Html time(Instant instant) {
        return Html.of("<time datetime=\"%s\">%s</time>", instant, DATE_AND_TIME.format(instant));
    }

    /** Why an attempt failed. The message of the failure stays in the log: it may name what no metric does. */
    static String reason(FailureReason reason) {
        return switch (reason) {
            case UNAUTHORIZED -> "the token is not accepted";
            case FORBIDDEN -> "the token is of another type";
            case NOT_FOUND -> "there is no such route or realm";
            case RATE_LIMITED -> "the backend asks for fewer requests";
            case CLIENT_ERROR -> "the backend refuses the request";
            case SERVER_ERROR -> "the backend has an error";
            case TIMEOUT -> "no whole answer in time";
            case CONNECT -> "no connection, or lost half-way";
            case TLS -> "no agreement on TLS";
            case MALFORMED -> "the answer is not what the route should give";
            case TOO_LARGE -> "the answer is larger than allowed";
            case UNEXPECTED_STATUS -> "an unexpected status";
        };
    }
}
