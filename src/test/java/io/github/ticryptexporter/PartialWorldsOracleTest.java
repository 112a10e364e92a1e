package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.OracleSettings.Realms;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any subset of the tokens, and any subset of the routes that answer: what can be said is said, and half of nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class PartialWorldsOracleTest {
    private static final List<String> TOKENS = List.of("drive", "vm", "team", "project", "user");
    private static final List<String> ROUTES = List.of(
            "/api/drives",
            "/api/vms/libvirt/active",
            "/api/vms/libvirt2/active",
            "/api/vms/libvirt/configs",
            "/api/vms/libvirt2/configs",
            "/api/vms/images",
            "/api/teams",
            "/api/projects",
            "/api/users");

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = Sites.site(23, 0.02, Scenario.DRIFT, clock);

    @TempDir
    Path folder;

    @BeforeAll
    void start() {
        site.start();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    static IntStream subsetsOfTokens() {
        return IntStream.range(1, 1 << TOKENS.size());
    }

    @ParameterizedTest
    @MethodSource("subsetsOfTokens")
    void withAnyTokensExactlyWhatTheyOpenIsThere(int subset) throws Exception {
        Map<String, String> tokens = new HashMap<>(site.tokens());
        tokens.keySet().removeIf(name -> !TOKENS.contains(name) || (subset & 1 << TOKENS.indexOf(name)) == 0);

        // Without the drives nobody says which realms there are.
        assertAgreement(tokens, tokens.containsKey("drive") ? Set.of() : Set.of("libvirt2"));
    }

    static IntStream subsetsOfRoutes() {
        return IntStream.range(0, 24);
    }

    @ParameterizedTest
    @MethodSource("subsetsOfRoutes")
    void whateverRoutesFailTheOthersSayWhatTheyCan(int seed) throws Exception {
        Random random = new Random(seed);
        ROUTES.stream()
                .filter(route -> random.nextInt(4) == 0)
                .forEach(route -> site.fault(route, Fault.none().withStatus(500)));
        Map<String, String> tokens = Sites.tokens(site);

        assertAgreement(tokens, seed % 2 == 0 ? Set.of() : Set.of("libvirt"));
        site.heal();
    }

    private void assertAgreement(Map<String, String> tokens, Set<String> realms) throws Exception {
        OracleSettings settings = OracleSettings.defaults()
                .at(Privacy.DETAILED)
                .withHosts(SmallFleet.HOSTS)
                .with(new Realms(true, realms, Set.of()));
        SteppedExporter exporter = SteppedExporter.start(folder, Yaml.of(site.uri(), tokens, settings), clock);
        RawSite raw = new RawSiteReader(site.uri(), tokens, clock).read(settings);

        Map<String, Double> expected = Oracle.expected(raw, settings, clock.instant());
        assertEquals("", Comparison.differences(expected, Exposition.parseText(exporter.text()), Families.all()));
    }
}
