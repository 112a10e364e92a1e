package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.history.Incidents;
import io.github.ticryptexporter.history.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thirteen weeks in which nothing lasts, and thirteen in which forty things do. What is judged stays in
 * {@code target/quarters}; with {@code -Dquarter.keep=true} it is not lived again, but judged by the rules of now.
 */
@Tag("long")
class QuarterIT {
    private static final Logger LOG = LoggerFactory.getLogger(QuarterIT.class);

    @Test
    void aQuietQuarterRaisesNothing() throws Exception {
        Plan plan = Incidents.ofAQuietQuarter();
        Score score = score("quiet-quarter", plan);

        assertEquals(List.of(), plan.incidents());
        assertEquals("[]", score.falseAlarms().toString());
    }

    @Test
    void fortyIncidentsAreSeenAndNothingElse() throws Exception {
        Plan plan = Incidents.ofAQuarter();
        Score score = score("bad-quarter", plan);

        assertEquals(40, plan.incidents().size());
        assertEquals("[]", score.missed().toString());
        assertEquals("[]", score.falseAlarms().toString());
    }

    private static Score score(String name, Plan plan) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "quarters", name));
        Quarter quarter = Quarter.of(folder, plan, Quarter.DAYS);
        Score score = Boolean.getBoolean("quarter.keep") ? quarter.again() : quarter.score();
        report(name, score);
        return score;
    }

    static void report(String name, Score score) throws Exception {
        LOG.info("MEASURED {}: {}", name, score.report());
        Files.writeString(Path.of("target", name + ".md"), score.report());
    }
}
