package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.oracle.HostEntry;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever names something on the status page stands on {@code /metrics} of the same moment, at every level and site. */
class StatusPagePrivacyTest {

    /** Ids, addresses and the markers planted in what people write. */
    private static final Pattern NAMING = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|\\d+\\.\\d+\\.\\d+\\.\\d+|h-[0-9a-f]{8,}|" + Markers.PATTERN);

    private static final Pattern LABEL_VALUE = Pattern.compile("[{,][a-z_]+=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void ofACalmSiteWithAnInventory(Privacy level) throws Exception {
        try (SimulatedSite site = started(Scenario.CALM)) {
            OracleSettings settings = OracleSettings.defaults()
                    .withHosts(site.hosts().stream()
                            .map(StatusPagePrivacyTest::entry)
                            .toArray(HostEntry[]::new));
            Set<String> named = namedOnThePageAndInTheMetrics(site, settings.at(level));
            assertTrue(named.contains(site.hosts().get(0).name()), named::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void ofAFullSiteWhereEveryTextIsMarked(Privacy level) throws Exception {
        try (SimulatedSite site = started(Scenario.BUSY)) {
            site.edit(Markers::plantedIn);
            Set<String> named = namedOnThePageAndInTheMetrics(
                    site, OracleSettings.defaults().at(level));
            boolean marked = named.stream().anyMatch(name -> name.startsWith("marker0042-TeamInfo-name"));
            assertEquals(level != Privacy.STRICT, marked, named::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Privacy.class)
    void ofASiteThatFailsWithEveryNameInItsErrors(Privacy level) throws Exception {
        try (SimulatedSite site = started(Scenario.DRIFT)) {
            site.edit(fleet -> fail(site, fleet));
            Set<String> named = namedOnThePageAndInTheMetrics(
                    site, OracleSettings.defaults().at(level));
            assertTrue(named.contains("libvirt"), named::toString);
        }
    }

    private static void fail(SimulatedSite site, Fleet fleet) {
        String names = String.join(" ", fleet.users.keySet()) + String.join(" ", fleet.drives.keySet());
        for (String path : List.of("/api/vms/libvirt/active", "/api/users", "/api/projects")) {
            site.fault(path, Fault.none().withStatus(500).withBody(names));
        }
    }

    /** What the page names, after all that is proved to be on {@code /metrics} too. */
    private Set<String> namedOnThePageAndInTheMetrics(SimulatedSite site, OracleSettings settings) throws Exception {
        String yaml = Yaml.of(site.uri(), Sites.tokens(site), settings);
        SteppedExporter exporter = SteppedExporter.start(folder, yaml, clock);
        String metrics = exporter.text();
        String page = exporter.page();

        Set<String> named = new TreeSet<>(HtmlPage.parse(page).texts("//bdi"));
        assertEquals(Set.of(), without(labelValues(metrics), named));
        Set<String> found =
                NAMING.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
        found.removeIf(metrics::contains);
        assertEquals(Set.of(), found);
        return named;
    }

    private static Set<String> without(Set<String> known, Set<String> named) {
        Set<String> unknown = new TreeSet<>(named);
        unknown.removeAll(known);
        return unknown;
    }

    private static Set<String> labelValues(String metrics) {
        return LABEL_VALUE
                .matcher(metrics)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private SimulatedSite started(Scenario scenario) {
        SimulatedSite site = Sites.site(7, 0.05, scenario, clock);
        site.start();
        return site;
    }

    private static HostEntry entry(SimulatedHost host) {
        return HostEntry.named(host.name(), host.realm())
                .sshHost(host.sshHost())
                .natPortBase(host.natPortBase())
                .owning(host.vcpus(), host.memoryBytes(), Map.of());
    }
}
