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
 * {@code unknown} is ranked like any value.
 */
final class Ranking {
    private Ranking() {}

    static Map<String, Long> commonest(int limit, List<String> values) {
        List<Map.Entry<String, Long>> ranked =
                values.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        Map<String, Long> kept = new LinkedHashMap<>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            String value = rank < limit ? ranked.get(rank).getKey() : "other";
            kept.merge(value, ranked.get(rank).getValue(), Long::sum);
        }
        return kept;
    }
}
