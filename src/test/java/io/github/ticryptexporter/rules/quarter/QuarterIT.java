package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.history.Incidents;
import io.github.ticryptexporter.history.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thirteen weeks in which nothing happens, and thirteen in which forty things do. */
@Tag("long")
class QuarterIT {
    private static final Logger LOG = LoggerFactory.getLogger(QuarterIT.class);

    @TempDir
    Path folder;

    @Test
    void aQuietQuarterRaisesNothing() throws Exception {
        Score score = new Quarter(folder, Plan.QUIET, Quarter.DAYS).score();
        report("quiet-quarter", score);

        assertEquals("[]", score.falseAlarms().toString());
    }

    @Test
    void fortyIncidentsAreSeenAndNothingElse() throws Exception {
        Plan plan = Incidents.ofAQuarter();
        Score score = new Quarter(folder, plan, Quarter.DAYS).score();
        report("bad-quarter", score);

        assertEquals(40, plan.entries().size());
        assertEquals("[]", score.missed().toString());
        assertEquals("[]", score.falseAlarms().toString());
    }

    static void report(String name, Score score) throws Exception {
        LOG.info("MEASURED {}: {}", name, score.report());
        Files.writeString(Path.of("target", name + ".md"), score.report());
    }
}
