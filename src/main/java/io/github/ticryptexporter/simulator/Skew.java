package io.github.ticryptexporter.simulator;

import java.util.Arrays;

/** Draws an index with the first ones far more likely, as team sizes are: weight 1 / (n + 1)^0.7. */
final class Skew {
    private final double[] cumulative;

    Skew(int size) {
        this.cumulative = new double[size];
        double sum = 0;
        for (int index = 0; index < size; index++) {
            sum += 1 / StrictMath.pow(index + 1, 0.7);
            cumulative[index] = sum;
        }
    }

    int draw(Draw draw) {
        double at = draw.between(0, 1L << 40) / (double) (1L << 40) * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }
}
