package io.github.ticryptexporter.oracle;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Open sets: the commonest values by count, then by value, the rest summed as {@code other}, which is there only when
 * not zero.
 *
 * <p>Ambiguous: "by value" is the order of the label's characters, for versions too ({@code 10} before {@code 9}), and
 * {@code unknown} is ranked like any value. A value that is itself {@code other} is none that could be named.
 */
final class Ranking {
    /** Where values go that have no rank, and values that may not have one. */
    static final String REST = "other";

    private Ranking() {}

    static Map<String, Long> commonest(int limit, List<String> values) {
        long rest = 0;
        List<Map.Entry<String, Long>> ranked =
                values.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        Map<String, Long> kept = new LinkedHashMap<>();
        for (Map.Entry<String, Long> value : ranked) {
            boolean named = kept.size() < limit && !value.getKey().equals(REST);
            rest += named ? 0 : value.getValue();
            if (named) {
                kept.put(value.getKey(), value.getValue());
            }
        }
        if (rest > 0) {
            kept.put(REST, rest);
        }
        return kept;
    }
}
