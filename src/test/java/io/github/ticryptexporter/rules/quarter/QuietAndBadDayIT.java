package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.history.Incidents;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quarter in short: a day on which nothing happens, and one on which much does. */
@Tag("long")
class QuietAndBadDayIT {

    @Test
    void incidentsAreSeenAndNothingElse(@TempDir Path folder) throws Exception {
        Score score = Quarter.of(folder, Incidents.ofADay(), 2).score();
        QuarterIT.report("quiet-and-bad-day", score);

        assertEquals("[]", score.missed().toString());
        assertEquals("[]", score.falseAlarms().toString());
    }
}
