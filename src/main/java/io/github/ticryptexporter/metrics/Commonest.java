package io.github.ticryptexporter.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bounds an open set of label values: the commonest keep their name, the rest are counted as {@code other}. */
final class Commonest {

    private static final String OTHER = "other";

    private Commonest() {}

    /** How often each of the commonest values occurs, ranked by count, then by value; {@code other} only when not 0. */
    static Map<String, Long> of(Collection<String> values, int kept) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        List<Map.Entry<String, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Map<String, Long> bounded = new LinkedHashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            String value = rank < kept ? ranked.get(rank).getKey() : OTHER;
            bounded.merge(value, ranked.get(rank).getValue(), Long::sum);
        }
        return bounded;
    }
}
