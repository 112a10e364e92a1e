package io.github.ticryptexporter.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * The samples of one family, sorted by their label values, of which each set occurs once; immutable.
 *
 * <p>In columns, since a large site has a million of them: thirty bytes for each, and the values of labels are those of
 * the fleet's records.
 */
public final class Samples {

    /** No samples. */
    static final Samples NONE = new Samples(0, new String[0], new double[0], List.of());

    private final int labels;
    /** Row by row. */
    private final String[] labelValues;

    private final double[] values;
    private final List<Distribution> distributions;

    /** {@link Rows} makes them. */
    Samples(int labels, String[] labelValues, double[] values, List<Distribution> distributions) {
        this.labels = labels;
        this.labelValues = labelValues;
        this.values = values;
        this.distributions = List.copyOf(distributions);
    }

    /** How many there are. */
    public int size() {
        return values.length;
    }

    /** The value of a label of the family in a row, both counted from 0; empty for none. */
    public String label(int row, int label) {
        return labelValues[row * labels + label];
    }

    /** The value in a row of anything but a histogram or a summary. */
    public double value(int row) {
        return values[row];
    }

    /** The observations in a row of a histogram or a summary. */
    public Distribution distribution(int row) {
        return distributions.get(row);
    }

    /** Hands out the values of the labels and the value of each row. */
    void forEach(ObjDoubleConsumer<List<String>> each) {
        for (int row = 0; row < values.length; row++) {
            String[] own = Arrays.copyOfRange(labelValues, row * labels, (row + 1) * labels);
            each.accept(Arrays.asList(own), values[row]);
        }
    }
}
