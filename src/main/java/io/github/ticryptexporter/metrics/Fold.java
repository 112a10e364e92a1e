package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.metrics.Subject.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Folds teams, or the hosts of each realm, into one row {@code other}: those that take least, and no more than must be.
 *
 * <p>What one takes is the largest of its shares in what all take together: of the VMs, the vCPUs, the memory and, for teams,
 * the storage.
 */
final class Fold {

    private static final String REALM = "realm";

    private final String label;
    private final Map<Family, Samples> filled;
    private final Map<List<String>, Subject> subjects = new HashMap<>();

    /** The few series of {@code other}, so that many subjects name the same objects. */
    private final Map<Series, Series> others = new HashMap<>();

    private Fold(String label, Map<Family, Samples> filled) {
        this.label = label;
        this.filled = filled;
    }

    /**
     * Saves this many series, or as many as can be saved, and returns how many subjects it folded for that.
     *
     * @param label what names the subjects: {@code team} or {@code host}
     * @param filled every family's samples; where subjects are folded they are replaced
     */
    static int save(int series, String label, Map<Family, Samples> filled) {
        if (series <= 0) {
            return 0;
        }
        Fold fold = new Fold(label, filled);
        fold.families().forEach(fold::collect);
        Folded folded = Folded.saving(series, fold.subjects.values());
        fold.families().forEach(family -> filled.put(family, fold.replaced(family, folded)));
        return folded.size();
    }

    private List<Family> families() {
        return filled.keySet().stream()
                .filter(family -> family.folding() != null && family.labels().contains(label))
                .toList();
    }

    private void collect(Family family) {
        Map<List<String>, Double> totals = totals(family);
        samples(family).forEach((labels, value) -> {
            Subject subject = subjects.computeIfAbsent(id(family, labels), Subject::new);
            Series other = new Series(family.name(), other(family, labels));
            subject.has(folding(family), others.computeIfAbsent(other, same -> same));
            double total = totals.getOrDefault(dimension(family, labels), 0.0);
            if (total > 0) {
                subject.takes(value / total);
            }
        });
    }

    /** What all subjects take together, by device type and the like; nothing where that ranks nobody. */
    private Map<List<String>, Double> totals(Family family) {
        Map<List<String>, Double> totals = new HashMap<>();
        if (folding(family) == Folding.USE) {
            samples(family).forEach((labels, value) -> totals.merge(dimension(family, labels), value, Double::sum));
        }
        return totals;
    }

    private Samples replaced(Family family, Folded folded) {
        Rows rows = new Rows();
        samples(family).forEach((labels, value) -> {
            List<String> id = id(family, labels);
            if (!folded.contains(id)) {
                rows.add(value, labels.toArray(String[]::new));
            } else if (isSummed(family, labels, folded)) {
                rows.add(value, other(family, labels).toArray(String[]::new));
            }
        });
        return rows.samples();
    }

    private boolean isSummed(Family family, List<String> labels, Folded folded) {
        return switch (folding(family)) {
            case USE, SUM -> true;
            case LIMIT -> folded.hasLimit(id(family, labels), new Series(family.name(), other(family, labels)));
            case NONE -> false;
        };
    }

    private Samples samples(Family family) {
        return Objects.requireNonNull(filled.get(family));
    }

    private static Folding folding(Family family) {
        return Objects.requireNonNull(family.folding());
    }

    /** Which subject the row is about: its name, after the realm's where it has one. */
    private List<String> id(Family family, List<String> labels) {
        String name = labels.get(family.labels().indexOf(label));
        int realm = family.labels().indexOf(REALM);
        return realm < 0 ? List.of(name) : List.of(labels.get(realm), name);
    }

    /** The values of the other labels, such as a type of device: what amounts can be compared in. */
    private List<String> dimension(Family family, List<String> labels) {
        return IntStream.range(0, labels.size())
                .filter(i -> !List.of(label, REALM).contains(family.labels().get(i)))
                .mapToObj(labels::get)
                .toList();
    }

    private List<String> other(Family family, List<String> labels) {
        List<String> other = new ArrayList<>(labels);
        other.set(family.labels().indexOf(label), Subject.OTHER);
        return other;
    }
}
