package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.metrics.Reduction;
import io.github.ticryptexporter.testing.RecordedLog;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetLogTest {

    private static final Reduction NONE = new Reduction(90, 90, 100, false, 0, 0);

    @Test
    void aFleetWithinItsBudgetIsNoNews() {
        assertEquals(List.of(), logged(NONE, NONE));
    }

    @Test
    void whatTheBudgetCostsIsSaidOnceAndSoIsItsEnd() {
        assertEquals(
                List.of(
                        "the fleet has 120 series and limits.series allows 100: single VMs and drives are left out;"
                                + " 70 are exposed",
                        "all 90 series of the fleet are exposed again"),
                logged(
                        NONE,
                        new Reduction(120, 70, 100, true, 0, 0),
                        new Reduction(130, 80, 100, true, 0, 0),
                        NONE,
                        NONE));
    }

    @Test
    void aNewMeasureIsNewsAndAnotherNumberOfTeamsIsNot() {
        assertEquals(
                List.of(
                        "the fleet has 120 series and limits.series allows 100: teams that take least are summed as"
                                + " \"other\" (3); 99 are exposed",
                        "the fleet has 500 series and limits.series allows 100: single VMs and drives are left out,"
                                + " teams that take least are summed as \"other\" (20), hosts that take least are"
                                + " summed as \"other\" (5), nothing more can go; 101 are exposed"),
                logged(
                        new Reduction(120, 99, 100, false, 3, 0),
                        new Reduction(125, 100, 100, false, 4, 0),
                        new Reduction(500, 101, 100, true, 20, 5)));
    }

    private static List<String> logged(Reduction... published) {
        BudgetLog log = new BudgetLog();
        try (RecordedLog lines = RecordedLog.of(Exporter.class)) {
            Stream.of(published).forEach(log::published);
            return lines.lines();
        }
    }
}
