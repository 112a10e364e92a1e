package io.github.ticryptexporter.bench;

import java.time.Duration;
import java.util.Locale;

/** Quantities as the tables show them. */
final class Quantity {

    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;

    private Quantity() {}

    static String count(long number) {
        return count((double) number);
    }

    static String count(double number) {
        return format("%,.0f", number);
    }

    static String decimal(double number) {
        return format("%,.1f", number);
    }

    static String ratio(long of, long to) {
        return ratio((double) of, (double) to);
    }

    static String ratio(double of, double to) {
        return format("%.2f", of / to);
    }

    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    static String bytes(double bytes) {
        if (bytes >= 10 * MIB) {
            return format("%,.0f MiB", bytes / MIB);
        }
        return bytes >= MIB ? format("%.1f MiB", bytes / MIB) : format("%.1f KiB", bytes / KIB);
    }

    static String time(Duration time) {
        double millis = time.toNanos() / 1e6;
        if (millis >= 10_000) {
            return format("%.1f s", millis / 1000);
        }
        return millis >= 100 ? format("%.0f ms", millis) : format("%.2f ms", millis);
    }

    private static String format(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
