package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.LatencyHistogram;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples of one family while it is being filled; sorted by label values, of which each set occurs once. */
final class Rows {

    /** The order of the exposition, label by label. */
    static final Comparator<List<String>> BY_VALUES = Rows::compare;

    private final Map<List<String>, Double> samples = new TreeMap<>(BY_VALUES);
    private final Map<List<String>, LatencyHistogram> histograms = new TreeMap<>(BY_VALUES);

    /** Adds to the sample with these label values; a first call creates it, zero included. */
    void add(double value, String... labelValues) {
        add(value, List.of(labelValues));
    }

    /** Adds to the sample with these label values. */
    void add(double value, List<String> labelValues) {
        samples.merge(labelValues, value, Double::sum);
    }

    /** Adds a whole number to the sample; sums stay exact up to 2^53, so 8 PiB to the byte. */
    void add(long value, String... labelValues) {
        add((double) value, labelValues);
    }

    /** Sets the sample to a whole number. */
    void set(long value, String... labelValues) {
        set((double) value, labelValues);
    }

    /** Sets the sample with these label values. */
    void set(double value, String... labelValues) {
        samples.put(List.of(labelValues), value);
    }

    /** Sets the histogram with these label values. */
    void set(LatencyHistogram value, String... labelValues) {
        histograms.put(List.of(labelValues), value);
    }

    Map<List<String>, Double> samples() {
        return samples;
    }

    Map<List<String>, LatencyHistogram> histograms() {
        return histograms;
    }

    int size() {
        return samples.size() + histograms.size();
    }

    private static int compare(List<String> left, List<String> right) {
        for (int i = 0; i < left.size(); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
