package io.github.ticryptexporter.findings;

/** Sums of what is never negative: absurd amounts stop at the largest number instead of turning negative. */
final class Totals {
    private Totals() {}

    static long sum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
