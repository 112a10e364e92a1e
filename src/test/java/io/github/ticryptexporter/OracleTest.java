package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.HostEntry;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.AlertExemption;
import io.github.ticryptexporter.oracle.OracleSettings.Exemptions;
import io.github.ticryptexporter.oracle.OracleSettings.Findings;
import io.github.ticryptexporter.oracle.OracleSettings.Placing;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.OracleSettings.Publishing;
import io.github.ticryptexporter.oracle.OracleSettings.Realms;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole exporter against an oracle that was written from the contract and shares no code with it: on a site that
 * stands still, both compute every fleet family, and the results are equal series by series.
 */
class OracleTest {

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @CsvSource({
        "1, CALM, STRICT", "2, BUSY, STRICT", "3, DRIFT, STRICT",
        "1, DRIFT, NAMED", "2, HOST_DOWN, NAMED", "3, BUSY, NAMED",
        "1, BUSY, DETAILED", "2, DRIFT, DETAILED", "3, HOST_DOWN, DETAILED",
    })
    void everySeriesIsWhatTheContractMakesOfTheRawAnswers(long seed, Scenario scenario, Privacy privacy)
            throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            OracleSettings settings =
                    OracleSettings.defaults().at(privacy).with(new Placing(wholeInventory(site), true, 4));
            assertEqualsOracle(site, settings, "");
        }
    }

    @ParameterizedTest
    @CsvSource({"13, BUSY, STRICT", "14, CALM, NAMED", "15, DRIFT, DETAILED"})
    void theDaemonServesTheSame(long seed, Scenario scenario, Privacy privacy) throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            assertServedEqualsOracle(site, OracleSettings.defaults().at(privacy));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, DRIFT, STRICT", "5, BUSY, NAMED", "6, HOST_DOWN, STRICT"})
    void everySettingMeansWhatTheContractSays(long seed, Scenario scenario, Privacy privacy) throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            Names names = Names.of(site);
            OracleSettings settings = OracleSettings.defaults()
                    .with(new Realms(true, Set.of(), Set.of()))
                    .with(new Placing(oddInventory(site), true, 1.5))
                    .with(new Publishing(privacy, null, Map.of("team|" + names.team(), "an alias")))
                    .with(new Findings(Duration.ofSeconds(40), Map.of("libvirt", 1L << 38)))
                    .with(new Exemptions(
                            Set.of(names.brick()), List.of(new AlertExemption(names.team(), "SomeAlert"))));
            assertEqualsOracle(site, settings, """
                    placement: { vcpu-overcommit: 1.5 }
                    labels: { team-aliases: { "%1$s": an alias } }
                    findings: { silent-after: 40s, large-vm-memory: { libvirt: 256GiB } }
                    quota: { exempt-bricks: [ "%2$s" ] }
                    alerts: { exempt: [ { team: "team|%1$s", alert: SomeAlert } ] }
                    """.formatted(names.team(), names.brick()));
        }
    }

    @ParameterizedTest
    @CsvSource({"7, DRIFT, false", "8, BUSY, true"})
    void withoutAnInventoryHostsAreThoseThatTheirVmsBetray(long seed, Scenario scenario, boolean natArithmetic)
            throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            OracleSettings settings = OracleSettings.defaults().with(new Placing(List.of(), natArithmetic, 4));
            assertEqualsOracle(site, settings, "placement: { nat-arithmetic: " + natArithmetic + " }\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"drive", "vm", "team", "project", "user"})
    void withOneTokenExactlyItsFamiliesAreThere(String token) throws Exception {
        try (SimulatedSite site = site(9, Scenario.BUSY)) {
            OracleSettings settings =
                    OracleSettings.defaults().with(new Realms(true, Set.of("libvirt"), Set.of("libvirt2")));
            Map<String, String> alone =
                    Map.of(token, String.valueOf(site.tokens().get(token)));
            assertEqualsOracle(site, settings, "", alone);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, DRIFT, STRICT", "11, BUSY, DETAILED"})
    void whatTheListsLackIsLookedUp(long seed, Scenario scenario, Privacy privacy) throws Exception {
        try (SimulatedSite site = site(seed, scenario)) {
            List<String> unlisted = anOlderBackend(site);
            site.edit(fleet -> fleet.projects.remove(unlisted.get(0)));

            String text = assertEqualsOracle(site, OracleSettings.defaults().at(privacy), "");
            assertTrue(text.contains("ticrypt_up{api=\"project\",realm=\"\"} 1\n"));
            assertTrue(text.contains("ticrypt_up{api=\"team_quotas\",realm=\"\"} 1\n"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/teams/quotas, team_quotas", "/api/projects/, project"})
    void whatALookUpLeavesOpenIsWithheld(String path, String api) throws Exception {
        try (SimulatedSite site = site(12, Scenario.DRIFT)) {
            List<String> unlisted = anOlderBackend(site);
            Fault fault = Fault.none().withStatus(500);
            site.fault(path.endsWith("/") ? path + unlisted.get(0).replace("|", "%7C") : path, fault);

            String text = assertEqualsOracle(site, OracleSettings.defaults(), "");
            assertTrue(text.contains("ticrypt_up{api=\"" + api + "\",realm=\"\"} 0\n"));
        }
    }

    /** Teams without quotas and projects that no list has; returns those that a VM names, of which there is one at least. */
    private static List<String> anOlderBackend(SimulatedSite site) throws Exception {
        Set<String> named = new TreeSet<>();
        site.edit(fleet -> fleet.realms
                .values()
                .forEach(realm -> realm.vms.values().stream()
                        .flatMap(vm -> Stream.ofNullable(vm.project))
                        .filter(fleet.projects::containsKey)
                        .forEach(named::add)));
        OlderBackend backend = new OlderBackend(site);
        assertFalse(backend.listsTeamsWithoutQuotas(team -> team.hashCode() % 3 == 0)
                .isEmpty());
        return backend.listsNoneOf(List.copyOf(named).subList(0, 1 + named.size() / 2)::contains);
    }

    private SimulatedSite site(long seed, Scenario scenario) {
        SimulatedSite site = Sites.site(seed, 0.25, scenario, clock);
        site.start();
        clock.advance(Duration.ofMinutes(3));
        return site;
    }

    /** The daemon as it is, over its own sockets. */
    private void assertServedEqualsOracle(SimulatedSite site, OracleSettings settings) throws Exception {
        Map<String, String> tokens = Sites.tokens(site);
        String yaml = Yaml.of(site.uri(), tokens, settings);
        try (RunningExporter exporter =
                RunningExporter.start(folder, yaml, clock).awaitReady()) {
            Map<String, Double> expected = expected(site, settings, tokens);
            // Look-ups go on behind the first answers of the lists.
            Awaitility.await()
                    .untilAsserted(() ->
                            assertEquals("", Comparison.differences(expected, exporter.metrics(), Families.all())));
            assertOpenMetrics(
                    expected,
                    exporter.get("/metrics", RunningExporter.OPENMETRICS).body());
        }
    }

    /** The same without a daemon's threads; returns the text. */
    private String assertEqualsOracle(SimulatedSite site, OracleSettings settings, String furtherYaml)
            throws Exception {
        return assertEqualsOracle(site, settings, furtherYaml, Sites.tokens(site));
    }

    private String assertEqualsOracle(
            SimulatedSite site, OracleSettings settings, String furtherYaml, Map<String, String> tokens)
            throws Exception {
        String yaml = Yaml.of(site.uri(), tokens, settings) + furtherYaml;
        SteppedExporter exporter = SteppedExporter.start(folder, yaml, clock);
        Map<String, Double> expected = expected(site, settings, tokens);
        String text = exporter.text();
        assertEquals("", Comparison.differences(expected, text, Families.all()));
        assertOpenMetrics(expected, exporter.accepting(RunningExporter.OPENMETRICS));
        return text;
    }

    private static void assertOpenMetrics(Map<String, Double> expected, String text) {
        Exposition exposition = Exposition.parseOpenMetrics(text);
        assertEquals("", Comparison.differences(expected, exposition, Families.all()));
    }

    private Map<String, Double> expected(SimulatedSite site, OracleSettings settings, Map<String, String> tokens)
            throws Exception {
        RawSite raw = new RawSiteReader(site.uri(), tokens, clock).read(settings);
        return Oracle.expected(raw, settings, clock.instant());
    }

    private static List<HostEntry> wholeInventory(SimulatedSite site) {
        return site.hosts().stream().map(OracleTest::entry).toList();
    }

    private static HostEntry entry(SimulatedHost host) {
        Map<String, Long> devices = new HashMap<>();
        host.devices().forEach((type, count) -> devices.put(type, (long) count));
        return HostEntry.named(host.name(), host.realm())
                .sshHost(host.sshHost())
                .natPortBase(host.natPortBase())
                .pinned(host.name())
                .owning(host.vcpus(), host.memoryBytes(), devices);
    }

    /** One host by address alone, one drained, one known by pin alone, one by guest network, the rest not known. */
    private static List<HostEntry> oddInventory(SimulatedSite site) {
        List<SimulatedHost> hosts = site.hosts();
        SimulatedHost first = hosts.get(0);
        SimulatedHost last = hosts.get(hosts.size() - 1);
        return List.of(
                HostEntry.named("by-address", first.realm()).sshHost(first.sshHost()),
                entry(hosts.get(1)).drained(),
                HostEntry.named("by-pin", last.realm()).pinned(last.name()).owning(64, 1L << 40, Map.of("fpga", 2L)),
                HostEntry.named("by-network", last.realm())
                        .sshHost(last.sshHost())
                        .guestCidr("192.168.122.0/25")
                        .owning(32, 1L << 39, Map.of()));
    }

    /** Ids that occur at the site. */
    private record Names(String team, String brick) {
        static Names of(SimulatedSite site) {
            String[] found = new String[2];
            site.edit(fleet -> {
                found[0] = fleet.teams.keySet().iterator().next().replace("team|", "");
                found[1] = fleet.bricks.keySet().iterator().next();
            });
            return new Names(found[0], found[1]);
        }
    }
}
