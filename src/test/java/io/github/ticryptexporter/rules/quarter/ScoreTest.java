package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.history.Act;
import io.github.ticryptexporter.history.Expected;
import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.history.Incident;
import io.github.ticryptexporter.history.Plan;
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
                incidents 1, alerts 2, false 0, missed 0
                precision 1.000, recall 1.000

                | begins | incident | alert | after | with it |
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
    void piecesOfOneAlertAreOne() {
        Score score = Score.of(PLAN, List.of(new Firing(OF_VMS, 1_020, 1_030), new Firing(OF_VMS, 1_005, 1_019)));

        assertEquals(List.of(new Firing(OF_VMS, 1_005, 1_030)), score.firings());
    }
}
