package io.github.ticryptexporter.month;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The distances between points that Grafana chooses: round ones, not below the data source's scrape interval. */
final class Interval {
    /** As the data source should be told. */
    static final int SCRAPE_SECONDS = 60;

    /** That Prometheus gives of one series. */
    static final int MOST_POINTS = 11_000;

    /** By the first exact distance, in seconds, for which the next larger round one is taken. */
    private static final NavigableMap<Double, Integer> ROUND = new TreeMap<>(Map.ofEntries(
            Map.entry(0.0, 60),
            Map.entry(90.0, 120),
            Map.entry(210.0, 300),
            Map.entry(450.0, 600),
            Map.entry(750.0, 900),
            Map.entry(1_050.0, 1_200),
            Map.entry(1_500.0, 1_800),
            Map.entry(2_700.0, 3_600),
            Map.entry(5_400.0, 7_200),
            Map.entry(9_000.0, 10_800),
            Map.entry(16_200.0, 21_600),
            Map.entry(32_400.0, 43_200),
            Map.entry(86_400.0, 86_400)));

    private Interval() {}

    /** Seconds between two of so many points, which share a time range of so many seconds. */
    static int between(long seconds, int points) {
        double exact = Math.max(1.0 * seconds / points, 1.0 * seconds / MOST_POINTS);
        return ROUND.lowerEntry(Math.max(exact, 1)).getValue();
    }

    /** What {@code $__rate_interval} is for points at that distance. */
    static int ofRates(int step) {
        return Math.max(step + SCRAPE_SECONDS, 4 * SCRAPE_SECONDS);
    }
}
