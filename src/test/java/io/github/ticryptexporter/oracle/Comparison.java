package io.github.ticryptexporter.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How an exposition differs from what the oracle expects, within chosen families. */
public final class Comparison {
    private static final int LINES = 30;

    /**
     * Far below a millisecond of an epoch in seconds, far above the rounding of one division; the wider 1e-9 would let
     * timestamps be wrong by almost two seconds.
     */
    private static final double TOLERANCE = 1e-13;

    private Comparison() {}

    /** As {@link #differences(Map, Exposition, Set)}, for an exposition in text format 0.0.4. */
    public static String differences(Map<String, Double> expected, String exposition, Set<String> families) {
        return differences(expected, Exposition.parseText(exposition), families);
    }

    /**
     * Empty when both agree; else a head line and the first 30 differences, made to be an assertion's message.
     *
     * @param families sample names under comparison, all of which the oracle must know
     */
    public static String differences(Map<String, Double> expected, Exposition exposition, Set<String> families) {
        if (!Families.all().containsAll(families)) {
            Set<String> unknown = new TreeSet<>(families);
            unknown.removeAll(Families.all());
            throw new IllegalArgumentException("the oracle does not compute " + unknown);
        }
        Map<String, Double> wanted = within(families, expected);
        Map<String, Double> found = within(families, exposition.samples());
        return text(wanted.size(), lines(wanted, found));
    }

    private static Map<String, Double> within(Set<String> families, Map<String, Double> samples) {
        Map<String, Double> within = new TreeMap<>(samples);
        within.keySet().removeIf(series -> !families.contains(SeriesName.nameOf(series)));
        return within;
    }

    private static List<String> lines(Map<String, Double> wanted, Map<String, Double> found) {
        Set<String> all = new TreeSet<>(wanted.keySet());
        all.addAll(found.keySet());
        List<String> lines = new ArrayList<>();
        for (String series : all) {
            Double want = wanted.get(series);
            Double have = found.get(series);
            if (have == null) {
                lines.add("missing   " + series + " " + want);
            } else if (want == null) {
                lines.add("surplus   " + series + " " + have);
            } else if (!same(series, want, have)) {
                lines.add("different " + series + " expected " + want + ", but was " + have);
            }
        }
        return lines;
    }

    private static boolean same(String series, double want, double have) {
        String family = SeriesName.nameOf(series);
        if (family.endsWith("_ratio") || family.endsWith("_timestamp_seconds")) {
            return Math.abs(want - have) <= TOLERANCE * Math.abs(want);
        }
        return Double.compare(want, have) == 0;
    }

    private static String text(int expected, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String head = lines.size() + " differences, " + expected + " series expected:\n";
        String rest = lines.size() > LINES ? "\n... and " + (lines.size() - LINES) + " more" : "";
        return head + String.join("\n", lines.subList(0, Math.min(LINES, lines.size()))) + rest;
    }
}
