package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of finding appears when exactly that is wrong at the site, as the only row of its family that changes, and
 * disappears when it is put right. The whole exposition is held against the oracle at each step.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FindingsComeAndGoTest {
    private static final Duration ONE_INTERVAL = Duration.ofMinutes(1);
    private static final String SETTINGS = """
            poll: { intervals: { vms: 1m, vm_configs: 1m, drives: 1m, teams: 1m, vm_images: 1m, projects: 1m, users: 1m } }
            """;

    private final ManualClock clock = new ManualClock();
    private final ManualClock siteClock = new ManualClock();
    private final Map<String, String> tokens = new HashMap<>();
    private final OracleSettings settings = OracleSettings.defaults().withHosts(SmallFleet.HOSTS);
    private final SimulatedSite site = Sites.still(siteClock);

    private final Accounts accounts = new Accounts(site, clock);

    @SuppressWarnings("NullAway.Init")
    private SteppedExporter exporter;

    @SuppressWarnings("NullAway.Init")
    private RawSiteReader reader;

    @SuppressWarnings("NullAway.Init")
    private Map<String, Double> healthy;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site.start();
        site.edit(SmallFleet::laidInto);
        tokens.putAll(Sites.tokens(site));
        exporter = SteppedExporter.start(
                folder, Yaml.of(site.uri(), tokens, settings) + Yaml.identity(site) + SETTINGS, clock);
        reader = new RawSiteReader(site.uri(), tokens, clock);
        healthy = agreed();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void aFleetWithNothingWrongHasNoFindings() {
        Map<String, Double> found = new TreeMap<>(healthy);
        found.keySet()
                .removeIf(
                        series -> !series.matches(
                                "ticrypt_(unattributed|dangling_references|users_risk|identity_drift_users"
                                        + "|users_hygiene|vm_config_inconsistent|drive_attachment_inconsistent|inactive_owner_.*)\\{.*"));

        assertEquals(5 * 2 + 8 + 4 + 4 * 2 + 3 + 5 * 2 + 8 * 2 + 2 * 2, found.size(), found::toString);
        found.values().removeIf(value -> value == 0);
        assertEquals(Map.of(), found);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.ticryptexporter.WrongFleets#all")
    void aFindingIsTheOnlyRowOfItsFamilyThatComesAndGoes(String row, double by, Consumer<Fleet> wrong)
            throws Exception {
        site.edit(wrong);
        exporter.leap(ONE_INTERVAL);
        Map<String, Double> found = agreed();
        site.edit(SmallFleet::laidInto);
        exporter.leap(ONE_INTERVAL);

        assertEquals(Map.of(row, by), changed(family(row), found));
        assertEquals(healthy, agreed());
    }

    /** The rows of the family that are not what they were, and by how much. */
    private Map<String, Double> changed(String family, Map<String, Double> found) {
        Map<String, Double> changed = new TreeMap<>(found);
        changed.replaceAll((series, value) -> value - healthy.getOrDefault(series, Double.NaN));
        changed.entrySet().removeIf(series -> !family(series.getKey()).equals(family) || series.getValue() == 0);
        return changed;
    }

    /** The samples of all fleet families, on which exporter and oracle agree. */
    private Map<String, Double> agreed() throws Exception {
        RawSite raw = accounts.readInto(reader.read(settings));
        Exposition exposition = Exposition.parseText(exporter.text());
        Map<String, Double> expected = Oracle.expected(raw, settings, clock.instant());
        assertEquals("", Comparison.differences(expected, exposition, Families.all()));
        return expected;
    }

    private static String family(String series) {
        return series.replaceFirst("\\{.*", "");
    }
}
