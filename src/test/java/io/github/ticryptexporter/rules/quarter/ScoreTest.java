package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.history.Act;
import io.github.ticryptexporter.history.Expected;
import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.history.Incident;
import io.github.ticryptexporter.history.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Incident DOWN =
            Incident.of("it is down", 30, new Act() {}, Expected.of("Down", "api", "vms"), Expected.of("Stale"));
    private static final Plan PLAN = new Plan(List.of(new Plan.Entry(DOWN, 1_000)));
    private static final Map<String, String> OF_VMS = Map.of("alertname", "Down", "severity", "critical", "api", "vms");
    private static final Map<String, String> OF_DRIVES =
            Map.of("alertname", "Down", "severity", "critical", "api", "drives");
    private static final Map<String, String> STALE = Map.of("alertname", "Stale", "severity", "warning");

    @Test
    void whatAnIncidentRaisesAndBringsIsRight() {
        Score score = Score.of(PLAN, List.of(new Firing(OF_VMS, 1_005, 1_030), new Firing(STALE, 1_010, 1_040)));

        assertEquals("""
                incidents 1, passing 0, alerts 2, false 0, missed 0
                precision 1.000, recall 1.000

                | begins | what happens | alert | after | with it |
                |---|---|---|---|---|
                | day 0, 16:40 | it is down | `Down` | 5 min | Stale (warning) |
                """, score.report());
    }

    @Test
    void anAlertBeforeTheIncidentLongAfterItOrOfAnotherKindIsFalse() {
        Firing before = new Firing(OF_VMS, 990, 1_020);
        Firing after = new Firing(OF_VMS, 1_025, 1_500);
        Firing other = new Firing(OF_DRIVES, 1_005, 1_030);
        Score score = Score.of(PLAN, List.of(before, after, other));

        assertEquals(List.of(before, other, after), score.falseAlarms());
        assertEquals(0, score.precision());
        assertEquals(0, score.recall());
    }

    @Test
    void anIncidentOnlyWhatItBringsTellsOfIsMissed() {
        Score score = Score.of(PLAN, List.of(new Firing(STALE, 1_010, 1_040)));

        assertEquals(PLAN.entries(), score.missed());
        assertEquals(1, score.precision());
    }

    @Test
    void whatAnIncidentRaisesAfterItIsOverIsNotFalseAndComesTooLate() {
        Score score = Score.of(PLAN, List.of(new Firing(OF_VMS, 1_030, 1_040)));

        assertEquals(PLAN.entries(), score.missed());
        assertEquals(List.of(), score.falseAlarms());
    }

    @Test
    void eachAlertThatAnIncidentRaisesHasToCome() {
        Incident both = new Incident(
                "two things", 30, new Act() {}, List.of(Expected.of("Down"), Expected.of("Stale")), List.of());
        Plan plan = new Plan(List.of(new Plan.Entry(both, 1_000)));
        Firing one = new Firing(OF_VMS, 1_005, 1_030);
        Firing other = new Firing(STALE, 1_020, 1_030);

        assertEquals(plan.entries(), Score.of(plan, List.of(one)).missed());
        assertTrue(Score.of(plan, List.of(one, other)).report().contains("| `Down`, `Stale` | 20 min |"));
    }

    @Test
    void anAlertAboutAnotherThanTheOneConcernedIsFalse() {
        Plan plan = new Plan(List.of(new Plan.Entry(DOWN, 1_000, Map.of("team", "a"))));
        Firing ofAnother = new Firing(with(OF_VMS, "team", "b"), 1_005, 1_030);
        Firing ofIt = new Firing(with(OF_VMS, "team", "a"), 1_006, 1_030);
        Firing ofNobody = new Firing(OF_VMS, 1_007, 1_030);
        Score score = Score.of(plan, List.of(ofAnother, ofIt, ofNobody));

        assertEquals(List.of(ofAnother), score.falseAlarms());
        assertEquals(plan.entries(), Score.of(plan, List.of(ofAnother)).missed());
        assertEquals(List.of(), score.missed());
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(name, value);
        return more;
    }

    @Test
    void whatPassesIsNotToBeToldOf() {
        Incident passing = new Incident("it is down for a moment", 2, new Act() {}, List.of(), List.of());
        Plan plan = new Plan(List.of(new Plan.Entry(passing, 1_000)));
        Firing alert = new Firing(OF_VMS, 1_001, 1_002);

        assertEquals("""
                incidents 0, passing 1, alerts 1, false 1, missed 0
                precision 0.000, recall 1.000

                | begins | what happens | alert | after | with it |
                |---|---|---|---|---|
                | day 0, 16:40 | it is down for a moment | none |  |  |
                FALSE: Down (critical) {api=vms}, day 0, 16:41 to day 0, 16:42
                """, Score.of(plan, List.of(alert)).report());
    }

    @Test
    void piecesOfOneAlertAreOne() {
        Score score = Score.of(PLAN, List.of(new Firing(OF_VMS, 1_020, 1_030), new Firing(OF_VMS, 1_005, 1_019)));

        assertEquals(List.of(new Firing(OF_VMS, 1_005, 1_030)), score.firings());
    }
}
