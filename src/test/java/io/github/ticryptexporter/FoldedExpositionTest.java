package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.HostEntry;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.Placing;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.oracle.SeriesBudget;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that has more series than it may: whatever the limit, what is left keeps the rules of the series budget. */
class FoldedExpositionTest {
    private static final long NO_LIMIT = 1_000_000;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final Map<String, String> tokens = new HashMap<>();
    private final SimulatedSite site = Sites.site(13, 0.1, Scenario.BUSY, clock);

    private OracleSettings settings = OracleSettings.defaults().at(Privacy.DETAILED);
    private Map<String, Double> unfolded = Map.of();

    @BeforeEach
    void start() throws Exception {
        site.start();
        clock.advance(Duration.ofMinutes(3));
        tokens.putAll(Sites.tokens(site));
        // The other hosts are known by pseudonym alone, and have no capacity.
        settings = settings.with(new Placing(
                site.hosts().stream().limit(2).map(FoldedExpositionTest::entry).toList(), true, 4));
        unfolded =
                Oracle.expected(new RawSiteReader(site.uri(), tokens, clock).read(settings), settings, clock.instant());
    }

    private static HostEntry entry(SimulatedHost host) {
        return HostEntry.named(host.name(), host.realm())
                .sshHost(host.sshHost())
                .natPortBase(host.natPortBase())
                .owning(host.vcpus(), host.memoryBytes(), Map.of());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theRulesHoldAtEveryLimit() throws Exception {
        long all = SeriesBudget.fleetSeries(limited(NO_LIMIT));
        long objects = unfolded.keySet().stream()
                .filter(series -> Families.SECTION_8.contains(family(series)))
                .count();
        long perTeam = unfolded.keySet().stream()
                .filter(series -> series.contains("team=\"") && !Families.SECTION_8.contains(family(series)))
                .count();
        long withoutObjects = all - objects;
        long least = SeriesBudget.fleetSeries(limited(1));

        assertTrue(objects > 100 && perTeam > 100, () -> objects + " and " + perTeam);
        Stream.of(
                        List.of(all, all - 1, withoutObjects, withoutObjects - 1, withoutObjects - 2),
                        List.of(withoutObjects - perTeam / 4, withoutObjects - perTeam / 2),
                        List.of(least + perTeam / 4, least + 20, least + 5, least + 1, least))
                .flatMap(List::stream)
                .forEach(this::assertKeepsTheRules);
    }

    @Test
    void aLimitThatNothingCanKeepFoldsAllThereIsAndShowsTheRest() throws Exception {
        Exposition exposition = limited(1);

        assertEquals(
                SeriesBudget.fleetSeries(exposition) + " series, the limit is 1",
                new SeriesBudget(unfolded, 1).violations(exposition));
        assertTrue(exposition.samples().containsKey("ticrypt_team_members{team=\"other\"}"));
    }

    private void assertKeepsTheRules(long limit) {
        Exposition exposition = limited(limit);

        assertEquals("", new SeriesBudget(unfolded, limit).violations(exposition), () -> "limit " + limit);
        assertEquals((double) limit, exposition.samples().get("ticrypt_exporter_series_limit"));
        assertEquals(
                (double) SeriesBudget.fleetSeries(exposition),
                exposition.samples().get("ticrypt_exporter_series"));
    }

    private static String family(String series) {
        return series.replaceFirst("\\{.*", "");
    }

    private Exposition limited(long limit) {
        String yaml = Yaml.of(site.uri(), tokens, settings) + "limits: { series: " + limit + " }\n";
        try {
            return Exposition.parseText(
                    SteppedExporter.start(folder, yaml, clock).text());
        } catch (Exception e) {
            throw new IllegalStateException("limit " + limit, e);
        }
    }
}
