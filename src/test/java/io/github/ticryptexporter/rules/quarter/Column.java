package io.github.ticryptexporter.rules.quarter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of one series, at most one a step, in runs: many values are the same for days, or rise by the same amount.
 * Written in the notation of {@code promtool}'s {@code input_series}.
 */
final class Column {
    private final List<Run> runs = new ArrayList<>();

    /** Adds a sample; steps come in their order. */
    void put(int step, double value) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || !last.takes(step, value)) {
            runs.add(new Run(step, value));
        } else {
            last.add(value);
        }
    }

    /** Every nth sample, as a column of its own. */
    Column every(int steps) {
        Column thinned = new Column();
        for (Run run : runs) {
            for (int at = (run.at + steps - 1) / steps; at * steps < run.end(); at++) {
                thinned.put(at, run.value(at * steps));
            }
        }
        return thinned;
    }

    /** Samples of some steps, each less the offset; empty when there are none. */
    String notation(Span span, double offset) {
        StringBuilder text = new StringBuilder();
        int written = span.from();
        for (Run run : runs) {
            int from = Math.max(run.at, span.from());
            int to = Math.min(run.end(), span.to());
            if (from < to) {
                absent(text, from - written);
                run.write(text, new Span(from, to), offset);
                written = to;
            }
        }
        if (text.length() > 0) {
            absent(text, span.to() - written);
        }
        return text.toString();
    }

    // As a server does when a series is missing from a scrape: what comes next does not see the sample before.
    private static void absent(StringBuilder text, int steps) {
        int silent = steps;
        if (steps > 0 && text.length() > 0) {
            text.append(" stale");
            silent--;
        }
        if (silent > 0) {
            text.append(" _x").append(silent);
        }
    }

    /** Steps from one up to but without another. */
    record Span(int from, int to) {}

    private static final class Run {
        private final int at;
        private final double first;
        private double rise;
        private int count = 1;

        Run(int at, double first) {
            this.at = at;
            this.first = first;
        }

        int end() {
            return at + count;
        }

        double value(int step) {
            return first + (step - at) * rise;
        }

        // Adding fractions up is not exact, and promtool adds up.
        boolean takes(int step, double value) {
            return step == end() && (count == 1 ? (value - first) % 1 == 0 : value == value(step));
        }

        void add(double value) {
            rise = count == 1 ? value - first : rise;
            count++;
        }

        void write(StringBuilder text, Span span, double offset) {
            int more = span.to() - span.from() - 1;
            text.append(' ').append(plain(value(span.from()) - offset));
            if (more > 0) {
                text.append(rise == 0 ? "" : (rise < 0 ? "-" : "+") + plain(Math.abs(rise)))
                        .append('x')
                        .append(more);
            }
        }

        private static String plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
