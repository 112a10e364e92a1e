package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import io.github.ticryptexporter.testing.Teams;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneCycleTest {

    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);
    private static final SourceId VMS_BETA = new SourceId(Api.VMS, "beta");

    private final FakeFleetApi api = new FakeFleetApi(new ManualClock());

    @Test
    void everySourceIsReadExactlyOnceAndDrivesFirstForTheyNameTheRealms() throws Exception {
        FleetSnapshot fleet = read();

        assertEquals(SourceId.site(Api.DRIVES), api.reads.get(0));
        assertEquals(10, api.reads.size());
        assertEquals(fleet.sources().keySet(), new HashSet<>(api.reads));
        assertTrue(fleet.sources().values().stream().allMatch(Source::isUp));
    }

    @Test
    void howeverLongItTakesNothingIsReadTwice() throws Exception {
        api.realms = List.of("alpha", "beta", "gamma");
        PollSettings everySecond = new PollSettings(
                Map.of(Api.VMS, Duration.ofSeconds(1), Api.TEAMS, Duration.ofSeconds(1)), 1, RealmSettings.DISCOVER);
        api.stall(VMS_BETA);
        OneCycle.read(everySecond, Api.openedBy(EnumSet.allOf(TokenKind.class)), api);

        assertEquals(13, api.reads.size());
    }

    @Test
    void aSourceThatFailsIsSaidToAndHoldsNoData() throws Exception {
        api.fail(VMS_BETA, FailureReason.SERVER_ERROR);
        try (RecordedLog log = RecordedLog.of(Poller.class)) {
            FleetSnapshot fleet = read();

            assertFalse(fleet.holds(VMS_BETA));
            assertTrue(fleet.holds(new SourceId(Api.VMS, "alpha")));
            assertEquals(
                    List.of("realms found: [alpha, beta]; ticrypt.realms.exclude leaves one out", """
                            cannot read vms of realm beta (server_error): told to fail; until it has answered, what \
                            needs every realm's answer is withheld too: ticrypt.realms.exclude: [ "beta" ] gives the realm up"""), log.lines());
        }
    }

    @Test
    void whatTheListsLeaveOpenIsAskedFor() throws Exception {
        api.lists.put(
                TEAMS,
                List.of(
                        Teams.team("a").quota(null).made(),
                        Teams.team("b").quota(null).made()));
        api.objects.put("team|a", Quota.UNLIMITED);
        FleetSnapshot fleet = read();

        assertEquals(List.of("team_quotas team|a", "team_quotas team|b"), api.lookUps);
        assertTrue(fleet.holds(Api.TEAM_QUOTAS));
        assertEquals(2, fleet.teamQuotas().size());
    }

    @Test
    void afterAFailedLookUpItsRouteIsLeftAlone() throws Exception {
        api.lists.put(
                TEAMS,
                List.of(
                        Teams.team("a").quota(null).made(),
                        Teams.team("b").quota(null).made()));
        api.fail(SourceId.site(Api.TEAM_QUOTAS), FailureReason.TIMEOUT);
        FleetSnapshot fleet = read();

        assertEquals(List.of("team_quotas team|a"), api.lookUps);
        assertFalse(fleet.holds(Api.TEAM_QUOTAS));
    }

    @Test
    void theRequestsOfAnHourFollowFromIntervalsRealmsAndLookUps() throws Exception {
        api.lists.put(
                TEAMS,
                List.of(
                        Teams.team("a").quota(null).made(),
                        Teams.team("b").quota(null).made()));
        int drives = 30;
        int vmsAndConfigs = 2 * (60 + 60);
        int teams = 12;
        int images = 2 * 4;
        int projectsAndUsers = 4 + 4;
        int lookUps = 2;

        assertEquals(
                drives + vmsAndConfigs + teams + images + projectsAndUsers + lookUps,
                PollSettings.DEFAULT.requestsPerHour(read()));
    }

    private FleetSnapshot read() throws InterruptedException {
        return OneCycle.read(PollSettings.DEFAULT, Api.openedBy(EnumSet.allOf(TokenKind.class)), api);
    }
}
