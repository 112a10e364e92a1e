package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import io.github.ticryptexporter.testing.Users;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows go with which source: the contract's table of sources, and every source taken away in turn. */
class WithholdingTest {

    private static final List<String> REALMS = List.of("libvirt", "libvirt2");

    /** What the contract's families are computed from; those that are not here are never withheld. */
    private static final Map<String, Set<Api>> SOURCES = table("""
            ticrypt_unattributed                            vms drives
            ticrypt_dangling_references                     drives vms vm_configs teams users projects project
            ticrypt_vms                                     vms
            ticrypt_vms_inactive                            vms
            ticrypt_vms_shutting_down                       vms
            ticrypt_vms_silent                              vms
            ticrypt_vms_oldest_last_ping_timestamp_seconds  vms
            ticrypt_vms_oldest_start_timestamp_seconds      vms
            ticrypt_vms_uptime_over                         vms
            ticrypt_vms_by_protocol                         vms
            ticrypt_vms_quota_exempt                        vms
            ticrypt_realm_vcpus_allocated                   vms
            ticrypt_realm_memory_allocated_bytes            vms
            ticrypt_realm_devices_allocated                 vms
            ticrypt_vms_placed                              vms
            ticrypt_host_vms                                vms
            ticrypt_host_vcpus_allocated                    vms
            ticrypt_host_memory_allocated_bytes             vms
            ticrypt_host_devices_allocated                  vms
            ticrypt_realm_largest_free_memory_bytes         vms
            ticrypt_realm_largest_free_vcpus                vms
            ticrypt_realm_largest_free_devices              vms
            ticrypt_vm_configs                              vm_configs
            ticrypt_vm_configs_oldest_in_state_timestamp_seconds vm_configs
            ticrypt_vm_config_inconsistent                  vm_configs vms
            ticrypt_vm_images                               vm_images
            ticrypt_vm_images_bytes                         vm_images
            ticrypt_drives                                  drives
            ticrypt_drives_capacity_bytes                   drives
            ticrypt_drives_by_format                        drives
            ticrypt_drives_with_snapshot                    drives
            ticrypt_drives_oldest_state_change_timestamp_seconds drives
            ticrypt_drives_idle                             drives
            ticrypt_drives_idle_capacity_bytes              drives
            ticrypt_drive_attachment_inconsistent           drives vms
            ticrypt_teams                                   teams
            ticrypt_team_members                            teams
            ticrypt_team_vms                                teams vms
            ticrypt_team_drives                             teams drives
            ticrypt_team_cores_used                         teams vms
            ticrypt_team_cores_limit                        teams
            ticrypt_team_memory_used_bytes                  teams vms
            ticrypt_team_memory_limit_bytes                 teams
            ticrypt_team_storage_used_bytes                 teams drives
            ticrypt_team_storage_limit_bytes                teams
            ticrypt_team_devices_used                       teams vms
            ticrypt_team_devices_limit                      teams
            ticrypt_team_start_timestamp_seconds            teams
            ticrypt_team_end_timestamp_seconds              teams
            ticrypt_team_info                               teams
            ticrypt_alert_exempt                            teams
            ticrypt_team_user_quota_utilization_max_ratio   teams vms drives
            ticrypt_team_users_at_quota                     teams vms drives
            ticrypt_quota_promised_cores                    teams team_quotas
            ticrypt_quota_promised_memory_bytes             teams team_quotas
            ticrypt_quota_promised_storage_bytes            teams team_quotas
            ticrypt_quota_promised_devices                  teams team_quotas
            ticrypt_teams_unlimited                         teams team_quotas
            ticrypt_projects                                projects
            ticrypt_projects_with_vms                       projects project vms
            ticrypt_projects_by_security_level              projects
            ticrypt_users                                   users
            ticrypt_users_deactivated                       users
            ticrypt_users_by_role                           users
            ticrypt_users_logged_in                         users
            ticrypt_users_expiring                          users
            ticrypt_users_risk                              users teams
            ticrypt_users_hygiene                           users
            ticrypt_inactive_owner_vms                      users vms
            ticrypt_inactive_owner_drives_capacity_bytes    users drives
            ticrypt_identity_users                          identity_monocloud identity_allthenticate
            ticrypt_identity_match_ratio                    identity_monocloud identity_allthenticate users
            ticrypt_identity_drift_users                    identity_monocloud identity_allthenticate users
            ticrypt_identity_drift_vms                      identity_monocloud identity_allthenticate users vms
            ticrypt_vm_info                                 vms
            ticrypt_vm_vcpus                                vms
            ticrypt_vm_memory_bytes                         vms
            ticrypt_vm_start_timestamp_seconds              vms
            ticrypt_vm_last_ping_timestamp_seconds          vms
            ticrypt_vm_devices                              vms
            ticrypt_drive_info                              drives
            ticrypt_drive_capacity_bytes                    drives
            ticrypt_drive_state                             drives
            """);

    /** The same for families whose rows differ in their sources, by the beginning of the row; the longest one counts. */
    private static final Map<String, Set<Api>> SOURCES_OF_ROWS = table("""
            ticrypt_unattributed{kind="vm                   vms
            ticrypt_unattributed{kind="drive                drives
            ticrypt_dangling_references{kind="drive_owner   drives users
            ticrypt_dangling_references{kind="drive_team    drives teams
            ticrypt_dangling_references{kind="drive_project drives projects project
            ticrypt_dangling_references{kind="vm_owner      vms users
            ticrypt_dangling_references{kind="vm_team       vms teams
            ticrypt_dangling_references{kind="vm_project    vms projects project
            ticrypt_dangling_references{kind="vm_config     vms vm_configs
            ticrypt_dangling_references{kind="vm_drive      vms drives
            ticrypt_vm_config_inconsistent{                 vm_configs vms
            ticrypt_vm_config_inconsistent{kind="vm_claimed_twice vm_configs
            ticrypt_drive_attachment_inconsistent{          drives vms
            ticrypt_drive_attachment_inconsistent{kind="readwrite_without_writer drives
            ticrypt_drive_attachment_inconsistent{kind="readonly_without_reader drives
            ticrypt_drive_attachment_inconsistent{kind="ready_but_attached drives
            ticrypt_drive_attachment_inconsistent{kind="writer_and_readers drives
            ticrypt_users_risk{                             users
            ticrypt_users_risk{kind="no_team                users teams
            """);

    /** Needs every realm although its rows have one each: what belongs to whom may be written in another realm. */
    private static final String ACROSS_REALMS = "ticrypt_inactive_owner_vms";

    private static final Set<Api> WITHOUT_PROVIDERS = Api.openedBy(EnumSet.allOf(TokenKind.class));

    /** Their values tell of the withholding itself. */
    private static final String COUNTED_BY_THE_DAEMON = "ticrypt_exporter_publish_failures_total";

    private static final Set<String> ABOUT_WITHHOLDING = Set.of("ticrypt_withheld_families", "ticrypt_exporter_series");

    private static final LookUpCount ONE_MISS = new LookUpCount(0, 1, 0, 0);

    private static final FleetSnapshot WHOLE = whole();

    @Test
    void theTableNamesEveryFamilyThatWaitsForASource() {
        Set<String> waiting = Catalogue.all().stream()
                .filter(family -> Stream.of(Api.values()).anyMatch(family::needs))
                .map(Family::name)
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(SOURCES.keySet()), new TreeSet<>(waiting));
    }

    @Test
    void theWholeSnapshotShowsEveryFamilyInBothRealms() {
        Set<String> shown = samples(WHOLE).keySet().stream()
                .map(WithholdingTest::family)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = Catalogue.all().stream().map(Family::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(shown);
        assertEquals(Set.of(COUNTED_BY_THE_DAEMON), missing);
        for (String name : SOURCES.keySet()) {
            Set<String> realms = samples(WHOLE).keySet().stream()
                    .filter(series -> family(series).equals(name) && series.contains("realm="))
                    .map(WithholdingTest::realm)
                    .collect(Collectors.toSet());
            assertEquals(true, realms.isEmpty() || realms.equals(Set.copyOf(REALMS)), name);
        }
    }

    static Stream<SourceId> everySource() {
        return WHOLE.sources().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everySource")
    void aSourceTakesExactlyItsRowsAlong(SourceId gone) {
        SortedMap<String, String> expected = samples(WHOLE);
        expected.keySet().removeIf(series -> dependsOn(series, gone));
        assertEquals(lines(expected), lines(samples(without(gone))));
    }

    @ParameterizedTest
    @MethodSource("everySource")
    void theFamiliesThatASourceWithholdsAreCounted(SourceId gone) {
        long waiting = SOURCES.values().stream()
                .filter(sources -> sources.contains(gone.api()))
                .count();
        for (SourceId source : WHOLE.sources().keySet()) {
            String series = "ticrypt_withheld_families{api=\"%s\",realm=\"%s\"}"
                    .formatted(source.api().label(), source.realm());
            String expected = source.equals(gone) ? Long.toString(waiting) : "0";
            assertEquals(expected, samples(without(gone)).get(series), series);
        }
    }

    @Test
    void whatWaitsForTheDrivesToNameARealmIsCountedWithThem() {
        FleetSnapshot fleet = unread(Snapshots.knowing().made().withSources(Map.of(), new TreeSet<>(), false));
        long waiting = SOURCES.values().stream()
                .filter(WITHOUT_PROVIDERS::containsAll)
                .filter(sources ->
                        sources.stream().anyMatch(api -> api == Api.DRIVES || api.scope() == Api.Scope.REALM))
                .count();
        assertEquals(
                String.valueOf(waiting), samples(fleet).get("ticrypt_withheld_families{api=\"drives\",realm=\"\"}"));
    }

    @Test
    void sumsOverAllRealmsWaitForTheDrivesEvenWhereOneRealmIsConfigured() {
        FleetSnapshot fleet =
                unread(Snapshots.knowing().made().withSources(Map.of(), new TreeSet<>(List.of("libvirt")), false));
        Set<String> waiting = new TreeSet<>(
                Absence.of(Api.DRIVES, PrivacyLevel.DETAILED, WITHOUT_PROVIDERS).families());
        Stream.of(Api.VMS, Api.VM_CONFIGS, Api.VM_IMAGES)
                .forEach(api -> waiting.addAll(Absence.of(api, PrivacyLevel.DETAILED, WITHOUT_PROVIDERS)
                        .ofTheSite()));
        assertEquals(
                String.valueOf(waiting.size()),
                samples(fleet).get("ticrypt_withheld_families{api=\"drives\",realm=\"\"}"));
    }

    @Test
    void withoutAVmTokenNothingOfAnyRealmIsWaitedFor() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY
                .with(Source.unread(SourceId.site(Api.DRIVES)))
                .withTally(Api.DRIVES, tally -> tally);
        long waiting = SOURCES.values().stream()
                .filter(sources -> sources.contains(Api.DRIVES))
                .count();
        assertEquals(
                String.valueOf(waiting), samples(fleet).get("ticrypt_withheld_families{api=\"drives\",realm=\"\"}"));
    }

    /** Drives were never read; the routes of the VM token are configured. */
    private static FleetSnapshot unread(FleetSnapshot fleet) {
        return fleet.with(Source.unread(SourceId.site(Api.DRIVES)))
                .withTally(Api.DRIVES, tally -> tally)
                .withTally(Api.VMS, tally -> tally)
                .withTally(Api.VM_CONFIGS, tally -> tally)
                .withTally(Api.VM_IMAGES, tally -> tally);
    }

    /** Every set of tokens but the whole one. */
    static Stream<Set<TokenKind>> incompleteTokens() {
        return IntStream.range(0, (1 << TokenKind.values().length) - 1)
                .mapToObj(bits -> Stream.of(TokenKind.values())
                        .filter(kind -> (bits >> List.of(TokenKind.values()).indexOf(kind) & 1) == 1)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("incompleteTokens")
    void whatMissingTokensCostIsWhatIsNotThereWithoutThem(Set<TokenKind> tokens) {
        Map<SourceId, Source<?>> sources = new TreeMap<>(WHOLE.sources());
        sources.keySet().removeIf(id -> isClosed(id.api(), tokens));
        FleetSnapshot partial = WHOLE.withSources(sources, WHOLE.realms(), true);

        SortedMap<String, String> expected = ofTheFleet(WHOLE);
        expected.keySet().removeIf(series -> sources(series).stream().anyMatch(api -> isClosed(api, tokens)));
        assertEquals(lines(expected), lines(ofTheFleet(partial)));

        Set<String> lacking = new TreeSet<>();
        EnumSet.allOf(TokenKind.class).stream()
                .filter(kind -> !tokens.contains(kind))
                .forEach(kind -> lacking.addAll(Absence.of(kind, PrivacyLevel.DETAILED, EnumSet.allOf(Api.class))
                        .families()));
        SortedMap<String, String> lost = ofTheFleet(WHOLE);
        lost.keySet().removeAll(expected.keySet());
        assertEquals(
                lacking,
                lost.keySet().stream().map(WithholdingTest::family).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isClosed(Api api, Set<TokenKind> tokens) {
        return api.token().filter(kind -> !tokens.contains(kind)).isPresent();
    }

    private static SortedMap<String, String> ofTheFleet(FleetSnapshot fleet) {
        SortedMap<String, String> samples = samples(fleet);
        samples.keySet().removeIf(series -> !SOURCES.containsKey(family(series)));
        return samples;
    }

    @Test
    void withoutAKnownRealmOnlyWhatIsOfTheSiteAloneIsShown() {
        FleetSnapshot fleet = Snapshots.knowing()
                .drives(Fleets.aReadyDrive("d"))
                .teams(Fleets.aTeamWithLimits())
                .made();
        assertEquals(
                Set.of(
                        "ticrypt_dangling_references",
                        "ticrypt_teams",
                        "ticrypt_team_members",
                        "ticrypt_team_drives",
                        "ticrypt_team_cores_limit",
                        "ticrypt_team_memory_limit_bytes",
                        "ticrypt_team_storage_used_bytes",
                        "ticrypt_team_storage_limit_bytes",
                        "ticrypt_team_devices_limit",
                        "ticrypt_team_end_timestamp_seconds",
                        "ticrypt_quota_promised_cores",
                        "ticrypt_quota_promised_memory_bytes",
                        "ticrypt_quota_promised_storage_bytes",
                        "ticrypt_quota_promised_devices",
                        "ticrypt_teams_unlimited"),
                families(fleet));
    }

    @Test
    void untilTheDrivesHaveSaidWhichRealmsThereAreNoUseIsShown() {
        FleetSnapshot settled = WHOLE;
        FleetSnapshot unsettled = settled.withSources(settled.sources(), settled.realms(), false);
        SortedMap<String, String> expected = samples(settled);
        expected.keySet()
                .removeIf(series -> isOfEveryRealm(series) && sources(series).contains(Api.VMS));
        assertEquals(lines(expected), lines(samples(unsettled)));
        assertFalse(expected.equals(samples(settled)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Api.class,
            names = {"TEAM_QUOTAS", "PROJECT"})
    void anOpenLookUpTakesAlongWhatIsSaidOfAll(Api api) {
        SortedMap<String, String> expected = samples(WHOLE);
        expected.keySet().removeIf(series -> sources(series).contains(api));
        FleetSnapshot open = WHOLE.withLookUps(api, new LookUpState(ONE_MISS, false));
        assertEquals(lines(expected), lines(samples(open)));
        assertFalse(expected.equals(samples(WHOLE)));
    }

    @Test
    void aSiteThatHasNotAnsweredShowsNoFamilyOfTheFleet() {
        FleetSnapshot fleet = WHOLE;
        for (SourceId id : WHOLE.sources().keySet()) {
            fleet = fleet.with(Source.unread(id));
        }
        assertEquals(Set.of(), families(fleet));
    }

    private static boolean dependsOn(String series, SourceId gone) {
        return sources(series).contains(gone.api())
                && !isOfAnotherProvider(series, gone.api())
                && (gone.realm().isEmpty()
                        || isOfEveryRealm(series)
                        || realm(series).equals(gone.realm()));
    }

    /** The rows of a provider need its accounts alone, and not another's. */
    private static boolean isOfAnotherProvider(String series, Api gone) {
        return Stream.of(IdentityProvider.values())
                .filter(provider -> provider.api() == gone)
                .anyMatch(provider -> !series.contains("provider=\"" + provider.label() + "\""));
    }

    private static boolean isOfEveryRealm(String series) {
        return !series.contains("realm=") || family(series).equals(ACROSS_REALMS);
    }

    private static Set<Api> sources(String series) {
        return SOURCES_OF_ROWS.keySet().stream()
                .filter(series::startsWith)
                .max(Comparator.comparing(String::length))
                .map(SOURCES_OF_ROWS::get)
                .orElse(SOURCES.getOrDefault(family(series), Set.of()));
    }

    private static FleetSnapshot without(SourceId gone) {
        return WHOLE.with(Objects.requireNonNull(WHOLE.sources().get(gone)).expired());
    }

    /** The families that wait for a source, as far as they are shown. */
    private static Set<String> families(FleetSnapshot fleet) {
        return samples(fleet).keySet().stream()
                .map(WithholdingTest::family)
                .filter(SOURCES::containsKey)
                .filter(Predicate.not("ticrypt_alert_exempt"::equals).and(Predicate.not("ticrypt_team_info"::equals)))
                .collect(Collectors.toSet());
    }

    /** Value by series. */
    private static SortedMap<String, String> samples(FleetSnapshot fleet) {
        MetricSettings settings = new MetricSettings(
                PrivacyLevel.DETAILED,
                HostPseudonyms.PLAIN,
                Map.of(),
                List.of(new AlertExemption("genomics", "SomeAlert")),
                MetricSettings.DEFAULT_SERIES_LIMIT);
        SortedMap<String, String> samples = new TreeMap<>();
        Exposed.of(fleet)
                .with(settings)
                .with(
                        host("a").in("libvirt").sshHost("10.0.0.1").owning(8, 64, Map.of("gpu-nvidia", 1L)),
                        host("b").in("libvirt2").sshHost("10.0.0.1").owning(8, 64, Map.of("gpu-nvidia", 1L)))
                .watchingFor(Map.of("libvirt", Fleets.GIB, "libvirt2", Fleets.GIB))
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> samples.put(
                        line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        return samples;
    }

    private static String lines(SortedMap<String, String> samples) {
        return samples.entrySet().stream()
                .filter(sample -> !ABOUT_WITHHOLDING.contains(family(sample.getKey())))
                .map(sample -> sample.getKey() + " " + sample.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String family(String series) {
        return series.split("[{ ]", 2)[0].replaceFirst("_(bucket|sum|count)$", "");
    }

    private static String realm(String series) {
        return series.replaceFirst(".*realm=\"([^\"]*)\".*", "$1");
    }

    private static FleetSnapshot whole() {
        Snapshots fleet = Snapshots.knowing(REALMS.toArray(String[]::new))
                .drives(
                        drive("drive-1").state(DriveState.TRANSFERRING).made(),
                        drive("drive-2")
                                .in("libvirt2")
                                .state(DriveState.TRANSFERRING)
                                .made())
                .teams(aTeamWithEveryLimit(), Fleets.aTeamWithoutLimits())
                .projects(new ProjectInfo("proj|1", false, "cui"))
                .users(Users.user("user-1").made())
                .accounts(IdentityProvider.MONOCLOUD)
                .accounts(IdentityProvider.ALLTHENTICATE);
        for (String realm : REALMS) {
            fleet.vms(
                            realm,
                            vm("vm-of-" + realm)
                                    .takes(1, 1, Map.of("gpu-nvidia", 1L))
                                    .made())
                    .configs(realm, new VmConfigInfo("config-of-" + realm, VmConfigState.RUNNING, null, null));
            fleet.answered(new SourceId(Api.VM_IMAGES, realm), List.of());
        }
        Map<String, InTransition> starting =
                Map.of("config", new InTransition(VmConfigState.STARTING, ManualClock.START));
        return fleet.made()
                .withTransitions("libvirt", starting)
                .withTransitions("libvirt2", starting)
                .withLookUps(Api.TEAM_QUOTAS, new LookUpState(ONE_MISS, true))
                .withLookUps(Api.PROJECT, new LookUpState(ONE_MISS, true))
                .withClockSkew(Duration.ofSeconds(1))
                .withTally(Api.VMS, tally -> tally.plusResponse(200, 0.5));
    }

    private static TeamInfo aTeamWithEveryLimit() {
        TeamInfo team = Fleets.aTeamWithADate();
        return Teams.like(team).perUser(Objects.requireNonNull(team.quota())).made();
    }

    private static Map<String, Set<Api>> table(String text) {
        return text.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        words -> words[0],
                        words -> Stream.of(words)
                                .skip(1)
                                .map(word -> Api.valueOf(word.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toSet())));
    }
}
