package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import io.github.ticryptexporter.testing.Users;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the lists leave open is looked for where one of them is another than before, and not after every attempt. */
class OpenQuestionsTest {

    private final OpenQuestions questions = new OpenQuestions();

    @Test
    void aListWithoutABearingOnThemLeavesTheQuestionsAsTheyWere() {
        Snapshots lists = Snapshots.knowing(Fleets.REALM)
                .projects(new ProjectInfo("proj|listed", false, "cui"))
                .drives(Drives.drive("a").project("proj|hidden").made());
        Set<String> before = questions.of(Api.PROJECT, lists.made());

        Set<String> after = questions.of(
                Api.PROJECT, lists.users(Users.user("user-1").made()).made());

        assertEquals(Set.of("proj|hidden"), before);
        assertSame(before, after);
    }

    @Test
    void anotherListOfDrivesOfVmsOrOfProjectsOpensAndClosesQuestions() {
        Snapshots lists = Snapshots.knowing(Fleets.REALM).projects();
        assertEquals(Set.of(), questions.of(Api.PROJECT, lists.made()));

        lists.drives(Drives.drive("a").project("proj|1").made());
        assertEquals(Set.of("proj|1"), questions.of(Api.PROJECT, lists.made()));

        lists.drives(Drives.drive("a").project("proj|2").made());
        assertEquals(Set.of("proj|2"), questions.of(Api.PROJECT, lists.made()));

        lists.projects(new ProjectInfo("proj|2", false, "cui"));
        assertEquals(Set.of(), questions.of(Api.PROJECT, lists.made()));
    }

    @Test
    void teamsThatHaveTheirQuotasNowAreAskedForNoMore() {
        FleetSnapshot without =
                Snapshots.knowing().teams(Teams.team("old").quota(null).made()).made();
        FleetSnapshot with = Snapshots.knowing().teams(Teams.team("old").made()).made();

        assertEquals(Set.of("team|old"), questions.of(Api.TEAM_QUOTAS, without));
        assertEquals(Set.of(), questions.of(Api.TEAM_QUOTAS, with));
        assertEquals(Set.of("team|old"), questions.of(Api.TEAM_QUOTAS, without));
    }

    @Test
    void staleDataLeavesNothingOpen() {
        FleetSnapshot known =
                Snapshots.knowing().teams(Teams.team("old").quota(null).made()).made();
        questions.of(Api.TEAM_QUOTAS, known);

        assertEquals(Set.of(), questions.of(Api.TEAM_QUOTAS, FleetSnapshot.EMPTY));
    }
}
