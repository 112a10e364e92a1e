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
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    /**
     * What each family, or each kind of one, is computed from, transcribed from the contract. A row of a realm needs that
     * realm's {@code vms}, {@code vm_configs} and {@code vm_images}; a row of the site, and a source with a star, those
     * of every realm.
     */
    private static final Map<String, Set<String>> SOURCES = sources("""
            ticrypt_unattributed{vm_no_team}                                 vms
            ticrypt_unattributed{vm_no_resources}                            vms
            ticrypt_unattributed{vm_host_unknown}                            vms
            ticrypt_unattributed{vm_host_without_capacity}                   vms
            ticrypt_unattributed{drive_no_team}                              drives
            ticrypt_dangling_references{drive_owner}                         drives users
            ticrypt_dangling_references{drive_team}                          drives teams
            ticrypt_dangling_references{drive_project}                       drives projects
            ticrypt_dangling_references{vm_owner}                            vms users
            ticrypt_dangling_references{vm_team}                             vms teams
            ticrypt_dangling_references{vm_project}                          vms projects
            ticrypt_dangling_references{vm_config}                           vms vm_configs
            ticrypt_dangling_references{vm_drive}                            vms drives
            ticrypt_vms                                                      vms
            ticrypt_vms_inactive                                             vms
            ticrypt_vms_shutting_down                                        vms
            ticrypt_vms_silent                                               vms
            ticrypt_vms_oldest_last_ping_timestamp_seconds                   vms
            ticrypt_vms_oldest_start_timestamp_seconds                       vms
            ticrypt_vms_uptime_over                                          vms
            ticrypt_vms_by_protocol                                          vms
            ticrypt_vms_quota_exempt                                         vms
            ticrypt_realm_vcpus_allocated                                    vms
            ticrypt_realm_memory_allocated_bytes                             vms
            ticrypt_realm_devices_allocated                                  vms
            ticrypt_vms_placed                                               vms
            ticrypt_host_vms                                                 vms
            ticrypt_host_vcpus_allocated                                     vms
            ticrypt_host_memory_allocated_bytes                              vms
            ticrypt_host_devices_allocated                                   vms
            ticrypt_host_vcpus_capacity
            ticrypt_host_memory_capacity_bytes
            ticrypt_host_devices_capacity
            ticrypt_host_schedulable
            ticrypt_realm_largest_free_memory_bytes                          vms
            ticrypt_realm_largest_free_vcpus                                 vms
            ticrypt_realm_largest_free_devices                               vms
            ticrypt_realm_large_vm_memory_bytes
            ticrypt_vm_configs                                               vm_configs
            ticrypt_vm_configs_oldest_in_state_timestamp_seconds             vm_configs
            ticrypt_vm_config_inconsistent{running_without_vm}               vm_configs vms
            ticrypt_vm_config_inconsistent{vm_without_config}                vm_configs vms
            ticrypt_vm_config_inconsistent{vm_config_not_running}            vm_configs vms
            ticrypt_vm_config_inconsistent{vm_claimed_twice}                 vm_configs
            ticrypt_vm_config_inconsistent{pinned_elsewhere}                 vm_configs vms
            ticrypt_vm_images                                                vm_images
            ticrypt_vm_images_bytes                                          vm_images
            ticrypt_drives                                                   drives
            ticrypt_drives_capacity_bytes                                    drives
            ticrypt_drives_by_format                                         drives
            ticrypt_drives_with_snapshot                                     drives
            ticrypt_drives_oldest_state_change_timestamp_seconds             drives
            ticrypt_drives_idle                                              drives
            ticrypt_drives_idle_capacity_bytes                               drives
            ticrypt_drive_attachment_inconsistent{readwrite_without_writer}  drives
            ticrypt_drive_attachment_inconsistent{writer_not_active}         drives vms
            ticrypt_drive_attachment_inconsistent{readonly_without_reader}   drives
            ticrypt_drive_attachment_inconsistent{reader_not_active}         drives vms
            ticrypt_drive_attachment_inconsistent{ready_but_attached}        drives
            ticrypt_drive_attachment_inconsistent{writer_and_readers}        drives
            ticrypt_drive_attachment_inconsistent{vm_drive_missing}          drives vms
            ticrypt_drive_attachment_inconsistent{vm_drive_unacknowledged}   drives vms
            ticrypt_teams                                                    teams
            ticrypt_team_members                                             teams
            ticrypt_team_vms                                                 teams vms
            ticrypt_team_drives                                              teams drives
            ticrypt_team_cores_used                                          teams vms
            ticrypt_team_cores_limit                                         teams
            ticrypt_team_memory_used_bytes                                   teams vms
            ticrypt_team_memory_limit_bytes                                  teams
            ticrypt_team_storage_used_bytes                                  teams drives
            ticrypt_team_storage_limit_bytes                                 teams
            ticrypt_team_devices_used                                        teams vms
            ticrypt_team_devices_limit                                       teams
            ticrypt_team_user_quota_utilization_max_ratio                    teams vms drives
            ticrypt_team_users_at_quota                                      teams vms drives
            ticrypt_team_start_timestamp_seconds                             teams
            ticrypt_team_end_timestamp_seconds                               teams
            ticrypt_team_info                                                teams
            ticrypt_quota_promised_cores                                     teams
            ticrypt_quota_promised_memory_bytes                              teams
            ticrypt_quota_promised_storage_bytes                             teams
            ticrypt_quota_promised_devices                                   teams
            ticrypt_teams_unlimited                                          teams
            ticrypt_alert_exempt                                             teams
            ticrypt_projects                                                 projects
            ticrypt_projects_with_vms                                        projects vms
            ticrypt_projects_by_security_level                               projects
            ticrypt_users                                                    users
            ticrypt_users_deactivated                                        users
            ticrypt_users_by_role                                            users
            ticrypt_users_logged_in                                          users
            ticrypt_users_expiring                                           users
            ticrypt_users_risk{expired_active}                               users
            ticrypt_users_risk{never_escrowed}                               users
            ticrypt_users_risk{no_team}                                      users teams
            ticrypt_users_risk{stale_90d}                                    users
            ticrypt_users_hygiene                                            users
            ticrypt_inactive_owner_vms                                       users vms*
            ticrypt_inactive_owner_drives_capacity_bytes                     users drives
            ticrypt_vm_info                                                  vms
            ticrypt_vm_vcpus                                                 vms
            ticrypt_vm_memory_bytes                                          vms
            ticrypt_vm_start_timestamp_seconds                               vms
            ticrypt_vm_last_ping_timestamp_seconds                           vms
            ticrypt_vm_devices                                               vms
            ticrypt_drive_info                                               drives
            ticrypt_drive_capacity_bytes                                     drives
            ticrypt_drive_state                                              drives
            """);

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 0.01, Scenario.CALM),
            new ManualClock());

    @SuppressWarnings("NullAway.Init")
    private SteppedExporter exporter;

    private Exposition before = Exposition.parseText("");

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site.start();
        site.edit(SmallFleet::laidInto);
        site.edit(OutageWalkTest::withSomethingUnderWay);
        Map<String, String> tokens = new HashMap<>(site.tokens());
        tokens.keySet().removeIf(name -> name.endsWith(".full"));
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

        assertEquals(families, sorted(SOURCES.keySet().stream().map(OutageWalkTest::family)));
        assertEquals(
                sorted(SOURCES.keySet().stream()),
                sorted(fleet(before).keySet().stream().map(OutageWalkTest::named)));
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
        rows.removeIf(series -> !needs(series, source));
        return rows;
    }

    private static long families(Set<String> rows) {
        return rows.stream().map(OutageWalkTest::family).distinct().count();
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
        rows.keySet().removeIf(series -> !Families.all().contains(family(series)));
        return rows;
    }

    private static Set<String> sectionOne(Exposition exposition) {
        Set<String> rows = new TreeSet<>(exposition.samples().keySet());
        rows.removeAll(fleet(exposition).keySet());
        return rows;
    }

    private static boolean needs(String series, SourceId source) {
        Set<String> sources = Objects.requireNonNull(SOURCES.get(named(series)), series);
        String api = source.api().label();
        boolean sameRealm = source.realm().isEmpty()
                || !series.contains("realm=\"")
                || series.contains("realm=\"" + source.realm() + "\"");
        return sources.contains(api + "*") || (sources.contains(api) && sameRealm);
    }

    private static String family(String series) {
        return series.replaceFirst("\\{.*", "");
    }

    /** The name that the table has for this row. */
    private static String named(String series) {
        String family = family(series);
        String kind = series.replaceFirst(".*[{,]kind=\"([^\"]*)\".*", "$1");
        return SOURCES.containsKey(family) ? family : family + "{" + kind + "}";
    }

    private static String lines(SortedMap<String, Double> rows) {
        return rows.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> sources(String table) {
        return table.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        words -> words[0], words -> Stream.of(words).skip(1).collect(Collectors.toSet())));
    }
}
