package io.github.ticryptexporter.rules.quarter;

import io.github.ticryptexporter.history.Expected;
import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.history.Minutes;
import io.github.ticryptexporter.history.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which alerts were right, and which incidents were seen.
 *
 * @param plan what went wrong
 * @param firings what fired, each alert once from its beginning to its end
 */
record Score(Plan plan, List<Firing> firings) {
    /** True of any site at any time: a list for an access review, which nobody is called for. */
    private static final String REVIEW = "TicryptAccountRisk";

    Score {
        firings = List.copyOf(firings);
    }

    /** The score of what fired in pieces, which may be in any order. */
    static Score of(Plan plan, List<Firing> pieces) {
        Map<Map<String, String>, Firing> open = new HashMap<>();
        List<Firing> whole = new ArrayList<>();
        pieces.stream()
                .filter(piece -> !piece.name().equals(REVIEW))
                .sorted(Comparator.comparingInt(Firing::from))
                .forEach(piece -> {
                    Firing before = open.get(piece.labels());
                    boolean goesOn = before != null && before.reaches(piece);
                    if (before != null && !goesOn) {
                        whole.add(before);
                    }
                    open.put(piece.labels(), goesOn && before != null ? before.with(piece) : piece);
                });
        whole.addAll(open.values());
        whole.sort(Comparator.comparingInt(Firing::from).thenComparing(Firing::toString));
        return new Score(plan, whole);
    }

    /** Alerts that no incident explains. */
    List<Firing> falseAlarms() {
        return firings.stream()
                .filter(firing -> plan.entries().stream().noneMatch(entry -> entry.explains(firing)))
                .toList();
    }

    /** Incidents of whose alerts one did not come, or only when it was over. */
    List<Plan.Entry> missed() {
        return plan.incidents().stream()
                .filter(entry -> detection(entry).isEmpty())
                .toList();
    }

    /** When all that it has to raise was firing; empty when one alert never was. */
    private OptionalInt detection(Plan.Entry entry) {
        int all = 0;
        for (Expected expected : entry.incident().raises()) {
            Optional<Firing> first = firings.stream()
                    .filter(firing -> entry.isRaisedBy(firing, expected))
                    .findFirst();
            if (first.isEmpty()) {
                return OptionalInt.empty();
            }
            all = Math.max(all, first.get().from());
        }
        return OptionalInt.of(all);
    }

    /** Share of the alerts that were right; 1 when there was none. */
    double precision() {
        return share(firings.size() - falseAlarms().size(), firings.size());
    }

    /** Share of the incidents that were seen; 1 when there was none. */
    double recall() {
        return share(plan.incidents().size() - missed().size(), plan.incidents().size());
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    /** For people: the figures, a row for each thing that happened, and each false alarm. */
    String report() {
        int told = plan.incidents().size();
        StringBuilder report = new StringBuilder("incidents %d, passing %d, alerts %d, false %d, missed %d%n"
                .formatted(
                        told,
                        plan.entries().size() - told,
                        firings.size(),
                        falseAlarms().size(),
                        missed().size()));
        report.append("precision %.3f, recall %.3f%n".formatted(precision(), recall()));
        if (!plan.entries().isEmpty()) {
            report.append("%n| begins | what happens | alert | after | with it |%n|---|---|---|---|---|%n".formatted());
        }
        plan.entries().forEach(entry -> report.append(row(entry)));
        falseAlarms().forEach(firing -> report.append("FALSE: %s%n".formatted(firing)));
        return report.toString();
    }

    private String row(Plan.Entry entry) {
        List<Expected> raises = entry.incident().raises();
        String after = detection(entry).stream()
                .mapToObj(minute -> after(minute - entry.from()))
                .findFirst()
                .orElse("MISSED");
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        Minutes.text(entry.from()),
                        entry.incident().what(),
                        raises.isEmpty() ? "none" : names(raises.stream().map(expected -> "`" + expected.name() + "`")),
                        raises.isEmpty() ? "" : after,
                        names(beside(entry).map(firing -> firing.name() + " (" + firing.severity() + ")")));
    }

    private Stream<Firing> beside(Plan.Entry entry) {
        return firings.stream()
                .filter(entry::explains)
                .filter(firing ->
                        entry.incident().raises().stream().noneMatch(expected -> entry.isRaisedBy(firing, expected)));
    }

    private static String names(Stream<String> names) {
        return names.distinct().collect(Collectors.joining(", "));
    }

    private static String after(int minutes) {
        return minutes < 2 * Minutes.DAY ? minutes + " min" : minutes / Minutes.DAY + " days";
    }
}
