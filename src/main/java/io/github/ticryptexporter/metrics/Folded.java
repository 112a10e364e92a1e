package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.metrics.Subject.Series;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which subjects are folded, and which rows they have together. */
final class Folded {

    private final Set<List<String>> ids = new HashSet<>();
    private final Set<Series> sums = new HashSet<>();
    private final Map<List<String>, Set<Series>> limitsByGroup = new HashMap<>();
    private int saved;

    private Folded() {}

    /** Those that take least: as many as save this many series, or all. */
    static Folded saving(int series, Collection<Subject> subjects) {
        Folded folded = new Folded();
        Iterator<Subject> leastFirst =
                subjects.stream().sorted(Subject.LEAST_FIRST).iterator();
        while (folded.saved < series && leastFirst.hasNext()) {
            folded.add(leastFirst.next());
        }
        return folded;
    }

    /** Counts what the subject's series cost no more, and what the row that stands for it costs anew. */
    private void add(Subject subject) {
        ids.add(subject.id());
        int before = sums.size();
        sums.addAll(subject.sums());
        saved += subject.series() - (sums.size() - before);
        Set<Series> limits = limitsByGroup.get(subject.group());
        if (limits == null) {
            limitsByGroup.put(subject.group(), new HashSet<>(subject.limits()));
            saved -= subject.limits().size();
        } else {
            saved += limits.size();
            limits.retainAll(new HashSet<>(subject.limits()));
            saved -= limits.size();
        }
    }

    /** How many subjects are folded. */
    int size() {
        return ids.size();
    }

    boolean contains(List<String> subjectId) {
        return ids.contains(subjectId);
    }

    /** Whether every folded subject of the group has a limit that this one can stand for. */
    boolean hasLimit(List<String> subjectId, Series series) {
        Set<Series> limits = limitsByGroup.get(subjectId.subList(0, subjectId.size() - 1));
        return limits != null && limits.contains(series);
    }
}
