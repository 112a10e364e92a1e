package io.github.ticryptexporter.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The samples of one family while it is being filled, in any order. */
public final class Rows {

    /** The order of the exposition, label by label. */
    static final Comparator<List<String>> BY_VALUES =
            (left, right) -> Arrays.compare(left.toArray(String[]::new), right.toArray(String[]::new));

    private static final Comparator<Row> BY_LABELS = (left, right) -> Arrays.compare(left.labels, right.labels);

    private final boolean isCountedOnly;
    private final List<Row> rows = new ArrayList<>();
    private int calls;

    /** What was once said of one sample. */
    static final class Row {
        private final String[] labels;
        private final double value;
        /** Whether it replaces what was said before, rather than adding to it. */
        private final boolean isSet;

        private final @Nullable Distribution distribution;

        private Row(String[] labels, double value, boolean isSet, @Nullable Distribution distribution) {
            this.labels = labels;
            this.value = value;
            this.isSet = isSet;
            this.distribution = distribution;
        }
    }

    /** Without any sample yet. */
    public Rows() {
        this(false);
    }

    private Rows(boolean isCountedOnly) {
        this.isCountedOnly = isCountedOnly;
    }

    /** Keeps nothing but the number of calls. */
    static Rows counted() {
        return new Rows(true);
    }

    /** Adds to the sample with these label values; a first call creates it, zero included. */
    void add(double value, String... labelValues) {
        say(new Row(labelValues, value, false, null));
    }

    /** Adds a whole number to the sample; sums stay exact up to 2^53, so 8 PiB to the byte. */
    void add(long value, String... labelValues) {
        add((double) value, labelValues);
    }

    /** Sets the sample to a whole number. */
    void set(long value, String... labelValues) {
        set((double) value, labelValues);
    }

    /** Sets the sample with these label values, one for each label of the family. */
    public void set(double value, String... labelValues) {
        say(new Row(labelValues, value, true, null));
    }

    /** Sets the histogram or summary with these label values. */
    public void set(Distribution value, String... labelValues) {
        say(new Row(labelValues, 0, true, value));
    }

    private void say(Row row) {
        calls++;
        if (!isCountedOnly) {
            rows.add(row);
        }
    }

    /** How often anything was said: the number of samples where each is set once. */
    int calls() {
        return calls;
    }

    /** The samples, with what was said about the same one taken together. */
    public Samples samples() {
        // Stable, so that what was said of one sample stays in its order; and quick where the rows came sorted.
        rows.sort(BY_LABELS);
        List<Row> merged = new ArrayList<>(rows.size());
        for (Row row : rows) {
            int last = merged.size() - 1;
            if (last < 0 || BY_LABELS.compare(merged.get(last), row) != 0) {
                merged.add(row);
            } else {
                merged.set(last, row.isSet ? row : new Row(row.labels, merged.get(last).value + row.value, true, null));
            }
        }
        return columns(merged);
    }

    private static Samples columns(List<Row> rows) {
        if (rows.isEmpty()) {
            return Samples.NONE;
        }
        int labels = rows.get(0).labels.length;
        String[] labelValues = new String[labels * rows.size()];
        double[] values = new double[rows.size()];
        List<Distribution> distributions = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Row row = rows.get(i);
            System.arraycopy(row.labels, 0, labelValues, i * labels, labels);
            values[i] = row.value;
            if (row.distribution != null) {
                distributions.add(row.distribution);
            }
        }
        return new Samples(labels, labelValues, values, distributions);
    }
}
