package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamTableTest {

    private final FleetSnapshot fleet = Snapshots.knowing(REALM)
            .vms(
                    REALM,
                    vm("a").team("genomics")
                            .takes(8, 60, Map.of("gpu-nvidia", 1L))
                            .made(),
                    vm("b").team("physics").takes(12, 8, Map.of()).made())
            .drives(Drives.drive("d").team("history").holds(3).made())
            .teams(
                    team("genomics", new Quota(32L, 64 * GIB, Map.of("vault", GIB), Map.of("gpu-nvidia", 2L))),
                    team("physics", new Quota(0L, 64 * GIB, Map.of(), Map.of())),
                    team("history", new Quota(null, null, Map.of("drives", 4 * GIB), Map.of())),
                    team("idle", new Quota(0L, 64 * GIB, Map.of(), Map.of())),
                    team("boundless", Quota.UNLIMITED))
            .made();

    @Test
    void eachTeamShowsTheLimitThatIsNearestAndTheNearestTeamComesFirst() {
        assertEquals(
                List.of(
                        List.of("Invented physics physics", "cores", "over 12 of 0 over"),
                        List.of("Invented genomics genomics", "memory", "93 % 60 GiB of 64 GiB, 93 % nearly full"),
                        List.of("Invented history history", "storage (drives)", "75 % 3 GiB of 4 GiB, 75 %"),
                        List.of("Invented idle idle", "cores", "0 % 0 of 0, 0 %")),
                Pages.of(fleet).page().rows("Teams"));
    }

    @Test
    void teamsHaveNoNameBelowTheLevelThatShowsIt() {
        assertEquals(
                List.of("physics", "genomics", "history", "idle"),
                Pages.of(fleet).at(PrivacyLevel.STRICT).page().rows("Teams").stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void ofManyTeamsTheTenBusiestAreShown() {
        HtmlPage page = Pages.of(manyTeams()).page();
        assertEquals(10, page.rows("Teams").size());
        assertEquals(
                List.of("The 10 busiest of 500 teams with a limit, each by the resource of which it has used up most."),
                page.texts("//h2[.='Teams']/following-sibling::table[1]/caption"));
    }

    @Test
    void whatStandsForSeveralTeamsIsNotTakenForOne() {
        HtmlPage page = Pages.of(manyTeams()).within(60).page();
        assertEquals(
                false, page.rows("Teams").stream().anyMatch(row -> row.get(0).equals("other")));
    }

    @Test
    void withoutUseNoTeamIsKnownToBeNearALimit() {
        FleetSnapshot limitsAlone = Snapshots.knowing(REALM)
                .teams(team("genomics", new Quota(32L, null, Map.of(), Map.of())))
                .made();
        assertEquals(
                List.of("No team is known now that has a limit and whose use was read."),
                Pages.of(limitsAlone).page().texts("//h2[.='Teams']/following-sibling::*[1]"));
    }

    private static TeamInfo team(String id, Quota quota) {
        return Teams.team(id).named("Invented " + id).quota(quota).made();
    }

    private static FleetSnapshot manyTeams() {
        TeamInfo[] teams = IntStream.range(0, 500)
                .mapToObj(i -> team("team-" + i, new Quota(8L, null, Map.of(), Map.of())))
                .toArray(TeamInfo[]::new);
        return Snapshots.knowing(REALM).vms(REALM).teams(teams).made();
    }
}
