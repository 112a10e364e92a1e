package io.github.ticryptexporter.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Bounds an open set of label values: the commonest keep their name, the rest are counted as {@code other}. */
final class Commonest {

    private static final String OTHER = "other";

    private Commonest() {}

    /** How often each of the commonest values occurs, ranked by count, then by value; {@code other} only when not 0. */
    static Map<String, Long> of(Collection<String> values, int kept) {
        return of(values, kept, any -> true);
    }

    /** The same, with values that are not fit for a label among the rest, however common they are. */
    static Map<String, Long> of(Collection<String> values, int kept, Predicate<String> fit) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        List<Map.Entry<String, Long>> ranked = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        Map<String, Long> bounded = new LinkedHashMap<>();
        int named = 0;
        for (Map.Entry<String, Long> value : ranked) {
            boolean isNamed = named < kept && fit.test(value.getKey());
            named += isNamed ? 1 : 0;
            bounded.merge(isNamed ? value.getKey() : OTHER, value.getValue(), Long::sum);
        }
        return bounded;
    }
}
