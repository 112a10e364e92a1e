package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.oracle.Sightings;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While VMs start and stop and trouble comes and goes, exporter and oracle agree at every poll, also on what began when. */
class MovingFleetOracleTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS_PER_SCENARIO = 8;
    private static final List<Scenario> SCENARIOS =
            List.of(Scenario.BUSY, Scenario.DRIFT, Scenario.HOST_DOWN, Scenario.CALM);
    private static final String SETTINGS = """
            poll: { intervals: { vms: 10s, vm_configs: 10s, drives: 10s, teams: 10s, vm_images: 10s, projects: 10s, users: 10s } }
            """;

    private final ManualClock clock = new ManualClock();
    private final OracleSettings settings = OracleSettings.defaults();
    private final Set<Duration> ages = new TreeSet<>();
    private Sightings sightings = Sightings.NONE;

    @Test
    void exporterAndOracleAgreeAtEveryPoll(@TempDir Path folder) throws Exception {
        try (SimulatedSite site = Sites.site(19, 0.1, Scenario.CALM, clock)) {
            site.start();
            Map<String, String> tokens = Sites.tokens(site);
            RawSiteReader reader = new RawSiteReader(site.uri(), tokens, clock);
            String yaml = Yaml.of(site.uri(), tokens, settings) + SETTINGS;
            SteppedExporter exporter = SteppedExporter.start(folder, yaml, clock);
            assertAgreement(exporter, reader.read(settings), Scenario.CALM);
            for (Scenario scenario : SCENARIOS) {
                site.scenario(scenario);
                for (int step = 0; step < STEPS_PER_SCENARIO; step++) {
                    exporter.leap(STEP);
                    assertAgreement(exporter, reader.read(settings), scenario);
                }
            }
        }
        assertTrue(ages.size() > 2, () -> "nothing was in transition for long: " + ages);
    }

    private void assertAgreement(SteppedExporter exporter, RawSite raw, Scenario scenario) throws Exception {
        sightings = sightings.after(raw, clock.instant());
        Map<String, Double> expected = Oracle.expected(raw, settings, sightings);
        Exposition exposition = Exposition.parseText(exporter.text());
        assertEquals("", Comparison.differences(expected, exposition, Families.all()), scenario::label);
        sightings.since().values().forEach(since -> ages.add(Duration.between(since, clock.instant())));
    }
}
