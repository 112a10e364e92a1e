package io.github.ticryptexporter.status;

import java.util.Comparator;
import java.util.List;

/**
 * The first few of many.
 *
 * @param outOf how many there are
 */
record Ranking<T>(List<T> first, int outOf) {

    Ranking {
        first = List.copyOf(first);
    }

    /** The first {@code few} in this order. */
    static <T> Ranking<T> of(List<T> all, Comparator<T> order, int few) {
        return new Ranking<>(all.stream().sorted(order).limit(few).toList(), all.size());
    }

    /** {@code All 5 hosts}, {@code The 20 fullest of 1,034 hosts}. */
    String inWords(String noun, String distinction) {
        if (first.size() < outOf) {
            return "The %s %s of %s".formatted(InWords.number(first.size()), distinction, InWords.count(outOf, noun));
        }
        return outOf == 1 ? "The one " + noun : "All " + InWords.count(outOf, noun);
    }
}
