package io.github.ticryptexporter.dashboards;

import io.github.ticryptexporter.config.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The numbers of the alerts, so that a colour changes where an alert fires. */
final class Numbers {
    private static final Thresholds SHIPPED = shipped(Path.of("alerts", "thresholds.yaml"));

    private Numbers() {}

    /** The number of this name, such as {@code quota.full_ratio}. */
    static double number(String name) {
        return Double.parseDouble(Optional.ofNullable(SHIPPED.values().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no threshold is called " + name)));
    }

    /** The text with numbers and durations in the places that name them, as in a rule template. */
    static String fill(String text) {
        return SHIPPED.fill(text);
    }

    static Thresholds shipped(Path file) {
        try {
            return Thresholds.shipped(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
