package io.github.ticryptexporter.month;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** What was scraped in a month, of some families, read from the text before any server has seen it. */
final class RawHistory {
    private static final long VISIBLE_SECONDS = 300;

    private final Map<String, NavigableMap<Long, Double>> bySeries = new HashMap<>();

    static RawHistory read(Path text, Set<String> families) throws IOException {
        RawHistory history = new RawHistory();
        try (BufferedReader lines = Files.newBufferedReader(text)) {
            lines.lines()
                    .filter(line -> families.contains(line.split("\\{", 2)[0]))
                    .forEach(history::add);
        }
        return history;
    }

    private void add(String line) {
        int time = line.lastIndexOf(' ');
        int value = line.lastIndexOf(' ', time - 1);
        bySeries.computeIfAbsent(line.substring(0, value), none -> new TreeMap<>())
                .put(Long.parseLong(line.substring(time + 1)), Double.parseDouble(line.substring(value, time)));
    }

    /** The samples of the only series of the family with this in its labels, by second; empty when there is none. */
    NavigableMap<Long, Double> series(String family, String label) {
        return bySeries.entrySet().stream()
                .filter(series -> series.getKey().startsWith(family + "{")
                        && series.getKey().contains(label))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    /** The value that a server would show at that second, if any: the latest, unless it is too old. */
    static DoubleStream at(NavigableMap<Long, Double> series, long second) {
        Map.Entry<Long, Double> latest = series.floorEntry(second);
        return latest == null || latest.getKey() <= second - VISIBLE_SECONDS
                ? DoubleStream.empty()
                : DoubleStream.of(latest.getValue());
    }

    /** Seconds at these distances, counted from 1970, in the time before the end of the month. */
    static LongStream steps(long before, long step) {
        return LongStream.iterate(
                Stretch.END / step * step, second -> second > Stretch.END - before, second -> second - step);
    }

    /** The slope of the line through the values at some seconds, by least squares. */
    static double slope(long[] seconds, LongFunction<Double> value) {
        double meanTime = LongStream.of(seconds).average().orElseThrow();
        double meanValue =
                LongStream.of(seconds).mapToDouble(value::apply).average().orElseThrow();
        double covariance = LongStream.of(seconds)
                .mapToDouble(second -> (second - meanTime) * (value.apply(second) - meanValue))
                .sum();
        double variance = LongStream.of(seconds)
                .mapToDouble(second -> (second - meanTime) * (second - meanTime))
                .sum();
        return covariance / variance;
    }
}
