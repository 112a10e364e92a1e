package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.history.Expected;
import io.github.ticryptexporter.history.Incident;
import io.github.ticryptexporter.history.Incidents;
import io.github.ticryptexporter.history.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the two quarters try. */
class PlansTest {
    /** One fires always, the other is a list for reviews. */
    private static final Set<String> NOBODY_IS_CALLED = Set.of("TicryptWatchdog", "TicryptAccountRisk");

    @Test
    void eachAlertIsRaisedInEachOfItsSeverities() throws Exception {
        Map<String, Set<String>> left = severities();
        left.keySet().removeAll(NOBODY_IS_CALLED);

        for (Plan.Entry entry : Incidents.ofAQuarter().incidents()) {
            entry.incident().raises().forEach(expected -> tick(expected, left));
        }

        left.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), left);
    }

    /** An alert that has one severity need not be expected by it. */
    private static void tick(Expected expected, Map<String, Set<String>> left) {
        Set<String> severities = left.getOrDefault(expected.name(), Set.of());
        String severity = expected.labels().getOrDefault("severity", "");
        boolean isOne = severities.size() == 1 && severity.isEmpty();
        severities.removeIf(each -> isOne || each.equals(severity));
    }

    private static Map<String, Set<String>> severities() throws Exception {
        Map<String, Set<String>> severities = new TreeMap<>();
        for (RuleSet rules : List.of(RuleSet.others(), RuleSet.forecasts())) {
            rules.alerts()
                    .forEach((name, of) -> severities
                            .computeIfAbsent(name, none -> new TreeSet<>())
                            .addAll(of));
        }
        return severities;
    }

    @Test
    void inTheQuietQuarterNothingIsToBeTold() {
        Plan quiet = Incidents.ofAQuietQuarter();

        assertEquals(List.of(), quiet.incidents());
        assertTrue(quiet.entries().size() > 70);
    }

    @Test
    void whatPassesIsOverBeforeTheNextThingBegins() {
        List<Plan.Entry> entries = Incidents.ofAQuietQuarter().entries().stream()
                .filter(entry -> entry.incident().minutes() < 24 * 60)
                .toList();

        for (int next = 1; next < entries.size(); next++) {
            assertTrue(
                    entries.get(next - 1).to() < entries.get(next).from(),
                    entries.get(next).toString());
        }
        assertTrue(entries.get(entries.size() - 1).to() < Quarter.DAYS * 24 * 60);
    }

    @Test
    void theIncidentsOfAQuarterAreFortyDifferentThings() {
        assertEquals(
                40,
                Incidents.ofAQuarter().incidents().stream()
                        .map(Plan.Entry::incident)
                        .map(Incident::what)
                        .distinct()
                        .count());
    }
}
