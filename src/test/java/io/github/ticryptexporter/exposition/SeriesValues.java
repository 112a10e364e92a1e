package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Series and the bits of their values, whoever read them; two that hold the same are equal. */
final class SeriesValues {
    private final SortedMap<String, String> values = new TreeMap<>();

    /** What the families mean, for the formats to say. */
    static SeriesValues of(List<ExposedFamily> families) {
        SeriesValues all = new SeriesValues();
        families.forEach(all::add);
        return all;
    }

    private void add(ExposedFamily family) {
        for (int row = 0; row < family.samples().size(); row++) {
            Map<String, String> labels = labels(family, row);
            switch (family.type()) {
                case GAUGE, COUNTER, INFO ->
                    add(family.name(), labels, family.samples().value(row));
                case HISTOGRAM, SUMMARY -> add(family, labels, family.samples().distribution(row));
            }
        }
    }

    private void add(ExposedFamily family, Map<String, String> labels, Distribution distribution) {
        for (int i = 0; i < distribution.bounds().size(); i++) {
            add(bucket(family.name()), with(labels, distribution.bounds().get(i)), (double)
                    distribution.cumulative().get(i));
        }
        if (!distribution.bounds().isEmpty()) {
            add(bucket(family.name()), with(labels, Double.POSITIVE_INFINITY), (double) distribution.count());
        }
        add(family.name() + "_count", labels, (double) distribution.count());
        add(family.name() + "_sum", labels, distribution.sum());
    }

    private static Map<String, String> labels(ExposedFamily family, int row) {
        Map<String, String> labels = new TreeMap<>();
        for (int label = 0; label < family.labels().size(); label++) {
            labels.put(family.labels().get(label), family.samples().label(row, label));
        }
        return labels;
    }

    static String bucket(String family) {
        return family + "_bucket";
    }

    /** These labels and the bound of a bucket, as the formats of lines write it. */
    static Map<String, String> with(Map<String, String> labels, double bound) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put("le", Double.isInfinite(bound) ? "+Inf" : Double.toString(bound));
        return all;
    }

    void add(String name, Map<String, String> labels, double value) {
        String before = values.put(name + new TreeMap<>(labels), Double.toHexString(value));
        if (before != null) {
            throw new IllegalStateException(name + labels + " stands twice");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesValues them && values.equals(them.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        values.forEach((series, value) ->
                lines.append(series).append(' ').append(value).append('\n'));
        return lines.toString();
    }
}
