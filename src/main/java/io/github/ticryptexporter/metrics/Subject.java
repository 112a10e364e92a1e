package io.github.ticryptexporter.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A team, or a host of a realm, as far as its series go. */
final class Subject {

    /** What a folded one is called. */
    static final String OTHER = "other";

    /**
     * Who is folded first: one that is called {@code other}, so that there is never a second one of that name; then by the
     * largest share, the next largest and so on; of equals the last by id, so that the first stay.
     */
    static final Comparator<Subject> LEAST_FIRST = Comparator.comparing((Subject subject) -> !subject.isOther())
            .thenComparing(Subject::compareShares)
            .thenComparing(Subject::id, Rows.BY_VALUES.reversed());

    private final List<String> id;
    private final List<Series> sums = new ArrayList<>();
    private final List<Series> limits = new ArrayList<>();
    private int series;
    private final List<Double> sharesFromLargest = new ArrayList<>();

    /** @param id its name, after the realm's where it belongs to one */
    Subject(List<String> id) {
        this.id = List.copyOf(id);
    }

    /** One series of the exposition: a family's name and the values of its labels. */
    record Series(String family, List<String> labels) {}

    /**
     * Counts one of its series.
     *
     * @param folded the series of {@code other} that it adds to, if it does
     */
    void has(Folding folding, Series folded) {
        series++;
        switch (folding) {
            case USE, SUM -> sums.add(folded);
            case LIMIT -> limits.add(folded);
            case NONE -> {}
        }
    }

    /** Takes this share of what all take together of one thing. */
    void takes(double share) {
        int larger = 0;
        while (larger < sharesFromLargest.size() && sharesFromLargest.get(larger) > share) {
            larger++;
        }
        sharesFromLargest.add(larger, share);
    }

    /** Shares that are not there are 0. */
    private int compareShares(Subject other) {
        int most = Math.max(sharesFromLargest.size(), other.sharesFromLargest.size());
        return IntStream.range(0, most)
                .map(rank -> Double.compare(share(rank), other.share(rank)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private double share(int rank) {
        return rank < sharesFromLargest.size() ? sharesFromLargest.get(rank) : 0;
    }

    List<String> id() {
        return id;
    }

    /** Who shares a row {@code other} with it: the hosts of its realm, or every team. */
    List<String> group() {
        return id.subList(0, id.size() - 1);
    }

    /** The rows of {@code other} that its rows are added to. */
    List<Series> sums() {
        return sums;
    }

    /** The rows of {@code other} that are there only while all that are folded have them. */
    List<Series> limits() {
        return limits;
    }

    /** How many series it has. */
    int series() {
        return series;
    }

    private boolean isOther() {
        return id.get(id.size() - 1).equals(OTHER);
    }
}
