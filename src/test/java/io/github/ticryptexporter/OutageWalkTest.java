package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One source falls silent, is withheld after five intervals to the instant, and comes back. */
@TestInstance(Lifecycle.PER_CLASS)
class OutageWalkTest {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration STALE_AFTER = INTERVAL.multipliedBy(5);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = Sites.still(new ManualClock());

    @SuppressWarnings("NullAway.Init")
    private SteppedExporter exporter;

    private Exposition before = Exposition.parseText("");

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site.start();
        site.edit(SmallFleet::laidInto);
        site.edit(OutageWalkTest::withSomethingUnderWay);
        Map<String, String> tokens = Sites.tokens(site);
        OracleSettings settings =
                OracleSettings.defaults().withHosts(SmallFleet.HOSTS).at(Privacy.DETAILED);
        String yaml = Yaml.of(site.uri(), tokens, settings) + """
                poll: { intervals: { vms: 1m, vm_configs: 1m, drives: 1m, teams: 1m, vm_images: 1m, projects: 1m, users: 1m } }
                findings: { large-vm-memory: { libvirt: 1GiB } }
                alerts: { exempt: [ { team: genomics, alert: SomeAlert } ] }
                """;
        exporter = SteppedExporter.start(folder, yaml, clock);
        exporter.pass(INTERVAL.plusSeconds(30));
        before = now();
    }

    private static void withSomethingUnderWay(Fleet fleet) {
        for (String realm : fleet.realms.keySet()) {
            Objects.requireNonNull(fleet.realm(realm).configs.get("config-3." + realm)).state = "Starting";
            Objects.requireNonNull(fleet.drives.get("drive-3." + realm)).state = "Initializing";
        }
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void theTableNamesEveryFamilyOfTheContractAndTheFleetShowsThemAll() {
        Set<String> families = new TreeSet<>(Families.all());
        families.removeAll(Families.SECTION_7);

        assertEquals(families, sorted(ContractSources.names().stream().map(ContractSources::family)));
        assertEquals(
                sorted(ContractSources.names().stream()),
                sorted(fleet(before).keySet().stream().map(ContractSources::named)));
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "vms, libvirt",
        "vm_configs, libvirt2",
        "vm_images, libvirt",
        "drives, ''",
        "teams, ''",
        "projects, ''",
        "users, ''"
    })
    void exactlyWhatNeedsTheSourceGoesAndComesBack(String api, String realm) throws Exception {
        SourceId source = new SourceId(Api.valueOf(api.toUpperCase(Locale.ROOT)), realm);
        double lastGood = own(now(), "ticrypt_last_success_timestamp_seconds", source);
        Instant staleAt = Instant.ofEpochMilli(Math.round(lastGood * 1_000)).plus(STALE_AFTER);
        exporter.cut(source);

        exporter.pass(INTERVAL);
        assertFails(source, lastGood, Set.of());
        exporter.pass(Duration.between(clock.instant(), staleAt.minus(INSTANT)));
        assertFails(source, lastGood, Set.of());

        exporter.leap(INSTANT);
        assertFails(source, lastGood, needing(source));
        exporter.pass(INTERVAL.multipliedBy(2));
        assertFails(source, lastGood, needing(source));

        double failures = own(now(), "ticrypt_poll_failures_total", source);
        exporter.mend();
        exporter.pass(INTERVAL.plusSeconds(1));
        assertAnswersAgain(source, lastGood, failures);
    }

    /** The source fails and the others do not, and of what there was before exactly these rows are gone. */
    private void assertFails(SourceId source, double lastGood, Set<String> gone) throws Exception {
        Exposition now = now();
        SortedMap<String, Double> expected = fleet(before);
        expected.keySet().removeAll(gone);
        Set<String> lost = sectionOne(before);
        lost.removeAll(sectionOne(now));

        assertEquals(lines(expected), lines(fleet(now)));
        assertEquals(Set.of(), lost);
        assertEquals(lastGood, own(now, "ticrypt_last_success_timestamp_seconds", source));
        assertNotEquals(0, own(now, "ticrypt_poll_consecutive_failures", source));
        assertNotEquals(0, own(now, "ticrypt_poll_failures_total", source));
        for (SourceId other : sources()) {
            assertEquals(other.equals(source) ? 0 : 1, own(now, "ticrypt_up", other), other::toString);
            long withheld = other.equals(source) ? families(gone) : 0;
            assertEquals((double) withheld, own(now, "ticrypt_withheld_families", other), other::toString);
        }
    }

    private void assertAnswersAgain(SourceId source, double lastGood, double failures) throws Exception {
        Exposition now = now();
        assertEquals(lines(fleet(before)), lines(fleet(now)));
        assertEquals(1, own(now, "ticrypt_up", source));
        assertEquals(0, own(now, "ticrypt_withheld_families", source));
        assertEquals(0, own(now, "ticrypt_poll_consecutive_failures", source));
        assertEquals(failures, own(now, "ticrypt_poll_failures_total", source));
        assertTrue(own(now, "ticrypt_last_success_timestamp_seconds", source) > lastGood);
    }

    private Set<String> needing(SourceId source) {
        Set<String> rows = fleet(before).keySet();
        rows.removeIf(series -> !ContractSources.needs(series, source));
        return rows;
    }

    private static long families(Set<String> rows) {
        return rows.stream().map(ContractSources::family).distinct().count();
    }

    private Set<SourceId> sources() {
        Set<SourceId> sources = new TreeSet<>();
        for (Api api : Api.values()) {
            List<String> realms = api.scope() == Api.Scope.REALM ? List.of("libvirt", "libvirt2") : List.of("");
            realms.stream()
                    .map(realm -> new SourceId(api, realm))
                    .filter(source -> before.samples().containsKey(row("ticrypt_up", source)))
                    .forEach(sources::add);
        }
        return sources;
    }

    private Exposition now() throws Exception {
        return Exposition.parseText(exporter.text());
    }

    /** What the exporter says of this source; of failures those by connection, which are all there are. */
    private static double own(Exposition exposition, String family, SourceId source) {
        String row = row(family, source);
        String series = family.endsWith("_total") ? row.replace("}", ",reason=\"connect\"}") : row;
        return Objects.requireNonNull(exposition.samples().get(series), series);
    }

    private static String row(String family, SourceId source) {
        return "%s{api=\"%s\",realm=\"%s\"}".formatted(family, source.api().label(), source.realm());
    }

    /** The rows that may ever be withheld, and the inventory's. */
    private static SortedMap<String, Double> fleet(Exposition exposition) {
        SortedMap<String, Double> rows = new TreeMap<>(exposition.samples());
        rows.keySet().removeIf(series -> !Families.all().contains(ContractSources.family(series)));
        return rows;
    }

    private static Set<String> sectionOne(Exposition exposition) {
        Set<String> rows = new TreeSet<>(exposition.samples().keySet());
        rows.removeAll(fleet(exposition).keySet());
        return rows;
    }

    private static String lines(SortedMap<String, Double> rows) {
        return rows.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
