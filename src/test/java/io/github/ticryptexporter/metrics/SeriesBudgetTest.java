package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes when the fleet has more series than it may: as much as must, and so that sums stay true. */
class SeriesBudgetTest {

    private static final Quota LIMITS = new Quota(64L, 0L, Map.of("drives", Fleets.GIB), Map.of());
    private static final Quota NO_MEMORY_LIMIT = new Quota(32L, null, Map.of("vault", Fleets.GIB), Map.of());

    /** A site, all that it shows, and a limit that is below that, or at it. */
    private record Case(Exposed site, List<Sample> all, int limit, List<Sample> rest) {
        static Case of(long seed) {
            Exposed site = RandomFleets.site(seed);
            List<Sample> all = Sample.ofTheFleet(site, Integer.MAX_VALUE);
            int limit = 1 + new Random(seed).nextInt(all.size());
            return new Case(site, all, limit, Sample.ofTheFleet(site, limit));
        }

        @Override
        public String toString() {
            return all.size() + " series, " + limit + " allowed";
        }
    }

    private static final List<Case> CASES =
            LongStream.range(0, 30).mapToObj(Case::of).toList();

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asFewAsMustAreFolded(Case site) {
        assertEquals(lines(SimpleFold.within(site.limit(), site.all())), lines(site.rest()));
    }

    private static String lines(List<Sample> samples) {
        return String.join("\n", samples.stream().map(Sample::toString).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsStayTrueAndNoSeriesIsThereTwice(Case site) {
        List<Sample> rest = site.rest();
        assertEquals(sums(site.all()), sums(rest));
        assertEquals(
                rest.size(), new HashSet<>(rest.stream().map(Sample::series).toList()).size());
    }

    /** Of everything that adds up, over all teams, and over all hosts of a realm. */
    private static Map<String, Double> sums(List<Sample> samples) {
        return new TreeMap<>(samples.stream()
                .filter(sample -> sample.family().folding() == Folding.USE
                        || sample.family().folding() == Folding.SUM)
                .collect(groupingBy(
                        sample -> sample.with("team", "").with("host", "").series(), summingDouble(Sample::value))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumbersTellOfThemselves(Case site) {
        Exposed limited = site.site().within(site.limit());
        Reduction reduction = limited.reduction();
        assertEquals(site.all().size(), reduction.wanted());
        assertEquals(site.rest().size(), reduction.exposed());
        assertEquals(
                "ticrypt_exporter_series " + reduction.exposed() + "\n", limited.samples("ticrypt_exporter_series"));
        assertEquals(site.limit() < site.all().size(), reduction.isNeeded());
        assertTrue(reduction.isEnough() || reduction.hosts() > 0 || reduction.teams() > 0);
    }

    @Test
    void atTheLimitNothingGoes() {
        Exposed site = threeTeams();
        int all = site.reduction().wanted();
        assertEquals(new Reduction(all, all, all, false, 0, 0), site.within(all).reduction());
    }

    @Test
    void theTeamsThatTakeLeastAreSummedAndTheirDatesGo() {
        Exposed site = threeTeams();
        Exposed limited = site.within(site.reduction().wanted() - 9);
        assertEquals(2, limited.reduction().teams());
        assertEquals(
                """
                ticrypt_team_members{team="big"} 0
                ticrypt_team_members{team="other"} 3
                ticrypt_team_cores_used{team="big"} 8
                ticrypt_team_cores_used{team="other"} 4
                ticrypt_team_cores_limit{team="big"} 64
                ticrypt_team_cores_limit{team="other"} 96
                ticrypt_team_memory_limit_bytes{team="big"} 0
                ticrypt_team_storage_limit_bytes{storage="drives",team="big"} 1073741824
                """,
                limited.samples(
                        "ticrypt_team_members",
                        "ticrypt_team_cores_used",
                        "ticrypt_team_cores_limit",
                        "ticrypt_team_memory_limit_bytes",
                        "ticrypt_team_storage_limit_bytes",
                        "ticrypt_team_end_timestamp_seconds",
                        "ticrypt_alert_exempt"));
    }

    /** One takes 8 vCPUs, one 4 without a limit on memory, one has limits and a date and takes nothing. */
    private static Exposed threeTeams() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("a").team("big").takes(8, 8, Map.of()).made(),
                        vm("b").team("small").takes(4, 4, Map.of()).made())
                .drives()
                .teams(
                        Teams.team("big").quota(LIMITS).made(),
                        Teams.team("small")
                                .quota(NO_MEMORY_LIMIT)
                                .members("user-1")
                                .made(),
                        Teams.team("idle")
                                .quota(LIMITS)
                                .ends(ManualClock.START)
                                .members("user-1", "user-2")
                                .made())
                .made();
        return Exposed.of(fleet)
                .with(new MetricSettings(
                        PrivacyLevel.STRICT,
                        HostPseudonyms.PLAIN,
                        Map.of(),
                        List.of(new AlertExemption("small", "SomeAlert")),
                        MetricSettings.DEFAULT_SERIES_LIMIT));
    }

    @Test
    void ofTeamsThatTakeTheSameTheFirstByIdStays() {
        var fleet = Snapshots.knowing(REALM)
                .teams(Stream.of("c", "a", "d", "b")
                        .map(id -> Teams.team(id).quota(LIMITS).made())
                        .toArray(TeamInfo[]::new))
                .made();
        Exposed site = Exposed.of(fleet);
        Exposed limited = site.within(site.reduction().wanted() - 8);
        assertEquals(3, limited.reduction().teams());
        assertEquals("""
                ticrypt_team_cores_limit{team="a"} 64
                ticrypt_team_cores_limit{team="other"} 192
                """, limited.samples("ticrypt_team_cores_limit"));
    }

    @Test
    void aTeamThatIsCalledOtherIsFoldedWithTheFirst() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("a").team("other").takes(8, 8, Map.of()).made())
                .teams(
                        Teams.team("other").quota(LIMITS).made(),
                        Teams.team("idle").quota(LIMITS).made(),
                        Teams.team("busy").quota(LIMITS).made())
                .made();
        Exposed site = Exposed.of(fleet);
        assertEquals("""
                ticrypt_team_cores_used{team="busy"} 0
                ticrypt_team_cores_used{team="idle"} 0
                ticrypt_team_cores_used{team="other"} 8
                """, site.samples("ticrypt_team_cores_used"));
        assertEquals("""
                ticrypt_team_cores_used{team="busy"} 0
                ticrypt_team_cores_used{team="other"} 8
                """, site.within(site.reduction().wanted() - 1).samples("ticrypt_team_cores_used"));
    }

    @Test
    void hostsAreFoldedRealmByRealmOnceEveryTeamIs() {
        var fleet = Snapshots.knowing("libvirt", "libvirt2")
                .vms(
                        "libvirt",
                        vm("a").reachedAt("10.0.0.1").takes(2, 2, Map.of()).made())
                .vms(
                        "libvirt2",
                        vm("b").reachedAt("10.0.0.9").takes(1, 1, Map.of()).made())
                .teams(Fleets.aTeamWithLimits(), Fleets.aTeamWithoutLimits())
                .made();
        Exposed site = Exposed.of(fleet)
                .with(
                        host("busy").sshHost("10.0.0.1").owning(64, 512, Map.of()),
                        host("free-1").sshHost("10.0.0.2").owning(64, 512, Map.of()),
                        host("free-2")
                                .sshHost("10.0.0.3")
                                .owning(32, 512, Map.of())
                                .drained(),
                        host("free-3").in("libvirt2").sshHost("10.0.0.2").owning(8, 512, Map.of()));
        int withTeams = site.reduction().wanted();
        Exposed limited = site.within(withTeams - 15);
        assertEquals(2, limited.reduction().teams());
        assertEquals(3, limited.reduction().hosts());
        assertTrue(limited.reduction().isEnough());
        assertEquals(
                """
                ticrypt_host_vms{host="busy",realm="libvirt"} 1
                ticrypt_host_vms{host="other",realm="libvirt"} 0
                ticrypt_host_vms{host="h-23233789",realm="libvirt2"} 1
                ticrypt_host_vms{host="other",realm="libvirt2"} 0
                ticrypt_host_vcpus_capacity{host="busy",realm="libvirt"} 64
                ticrypt_host_vcpus_capacity{host="other",realm="libvirt"} 96
                ticrypt_host_vcpus_capacity{host="other",realm="libvirt2"} 8
                ticrypt_host_schedulable{host="busy",realm="libvirt"} 1
                """, limited.samples("ticrypt_host_vms", "ticrypt_host_vcpus_capacity", "ticrypt_host_schedulable"));
    }

    @Test
    void whatCannotGoIsExposedInAnyCase() {
        Exposed limited = threeTeams().within(1);
        assertFalse(limited.reduction().isEnough());
        assertEquals(3, limited.reduction().teams());
        assertEquals("ticrypt_vms_inactive{realm=\"libvirt\"} 0\n", limited.samples("ticrypt_vms_inactive"));
        assertEquals("ticrypt_teams 3\n", limited.samples("ticrypt_teams"));
    }

    @Test
    void familiesOfSingleObjectsGoFirstAndTogether() {
        Family perTeam = Family.gauge("ticrypt_team_vms", "Sample.")
                .labels("team")
                .foldsBy(Folding.USE)
                .build();
        Rows teams = new Rows();
        teams.set(1, "genomics");
        teams.set(1, "physics");
        Samples before = teams.samples();
        Map<Family, Samples> filled = new HashMap<>(Map.of(perTeam, before));

        assertEquals(new Reduction(4, 2, 3, true, 0, 0), SeriesBudget.keep(3, filled, 2));
        assertEquals(Map.of(perTeam, before), filled);
    }

    @Test
    void everyFamilyOfATeamOrHostSaysHowItFolds() {
        for (Family family : Catalogue.all()) {
            boolean isPerSubject = new TreeSet<>(family.labels()).removeAll(List.of("team", "host"));
            boolean folds = isPerSubject && family.privacy() != PrivacyLevel.DETAILED;
            assertEquals(folds, family.folding() != null, family.name());
        }
    }
}
