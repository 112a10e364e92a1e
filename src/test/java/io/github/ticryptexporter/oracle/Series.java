package io.github.ticryptexporter.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects expected series; refuses a family that {@link Families} does not name, and a series given twice. */
final class Series {
    private final NavigableMap<String, Double> values = new TreeMap<>();

    /** Adds one series; {@code labels} alternates names and values. */
    void put(String family, Number value, String... labels) {
        if (!Families.all().contains(family)) {
            throw new IllegalStateException(family + " is not listed in Families");
        }
        String series = SeriesName.of(family, pairs(labels));
        if (values.putIfAbsent(series, value.doubleValue()) != null) {
            throw new IllegalStateException("the contract gives no single answer: two values for " + series);
        }
    }

    NavigableMap<String, Double> values() {
        return values;
    }

    private static Map<String, String> pairs(String... labels) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            pairs.put(labels[i], labels[i + 1]);
        }
        return pairs;
    }
}
