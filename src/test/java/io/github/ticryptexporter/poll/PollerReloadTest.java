package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A poller that obeys other settings while it runs. */
class PollerReloadTest {

    private static final SourceId DRIVES = SourceId.site(Api.DRIVES);
    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);
    private static final Set<Api> BOTH = EnumSet.of(Api.DRIVES, Api.TEAMS);

    private final ManualClock clock = new ManualClock();
    private final FakeFleetApi api = new FakeFleetApi(clock);
    private final List<FleetSnapshot> published = new ArrayList<>();
    private final Poller poller = new Poller(PollSettings.DEFAULT, BOTH, api, published::add, clock, new Random(1));

    @Test
    void whatIsKnownStaysAndNothingIsReadSooner() throws Exception {
        begin();
        Instant answeredAt = clock.instant();
        clock.advance(Duration.ofSeconds(30));
        poller.obey(PollSettings.DEFAULT, BOTH, api);
        readAll();

        assertEquals(List.of(), api.reads);
        assertEquals(answeredAt, last().teams().orElseThrow().judgedAt());
        assertTrue(poller.isReady());
    }

    @Test
    void aShorterIntervalCountsFromTheLatestAnswer() throws Exception {
        begin();
        clock.advance(Duration.ofSeconds(30));
        poller.obey(every(Api.TEAMS, Duration.ofSeconds(31)), BOTH, api);
        readAll();
        assertEquals(List.of(), api.reads);
        clock.advance(Duration.ofSeconds(1));
        readAll();
        assertEquals(List.of(TEAMS), api.reads);
    }

    @Test
    void aLongerIntervalLetsDataLiveLonger() throws Exception {
        begin();
        api.fail(TEAMS, FailureReason.SERVER_ERROR);
        poller.obey(every(Api.TEAMS, Duration.ofHours(1)), BOTH, api);
        clock.advance(Duration.ofHours(2));
        poller.publishIfChanged();
        assertTrue(last().holds(Api.TEAMS));
    }

    @Test
    void aShorterLifeExpiresAtOnceWhatIsOlder() throws Exception {
        begin();
        clock.advance(Duration.ofMinutes(4));
        poller.obey(new PollSettings(Map.of(), 1, RealmSettings.DISCOVER), BOTH, api);
        poller.publishIfChanged();
        assertFalse(last().holds(Api.DRIVES));
        assertTrue(last().holds(Api.TEAMS));
    }

    @Test
    void aRouteWhoseTokenIsGoneIsForgottenWithItsCounters() throws Exception {
        begin();
        poller.obey(PollSettings.DEFAULT, EnumSet.of(Api.DRIVES), api);
        poller.publishIfChanged();
        assertEquals(Set.of(DRIVES), last().sources().keySet());
        assertEquals(Set.of(Api.DRIVES), last().tallies().keySet());
        clock.advance(Duration.ofHours(1));
        readAll();
        assertEquals(List.of(DRIVES), api.reads);
    }

    @Test
    void aRouteThatIsAddedIsReadAtOnceAndAlone() throws Exception {
        begin();
        poller.obey(PollSettings.DEFAULT, EnumSet.of(Api.DRIVES, Api.TEAMS, Api.USERS), api);
        readAll();
        assertEquals(List.of(SourceId.site(Api.USERS)), api.reads);
        assertTrue(poller.isReady());
    }

    @Test
    void aRealmThatIsExcludedGoesAndComesBackUnread() throws Exception {
        Set<Api> vms = EnumSet.of(Api.DRIVES, Api.VMS);
        SourceId beta = new SourceId(Api.VMS, "beta");
        poller.obey(PollSettings.DEFAULT, vms, api);
        begin();
        poller.obey(realms(new RealmSettings(true, List.of(), Set.of("beta"))), vms, api);
        poller.publishIfChanged();
        assertEquals(Set.of("alpha"), last().realms());
        assertFalse(last().sources().containsKey(beta));

        poller.obey(PollSettings.DEFAULT, vms, api);
        readAll();
        assertEquals(List.of(beta), api.reads);
        assertTrue(last().holds(Api.VMS));
    }

    @Test
    void anotherWayToTheServersIsTriedAtOnceButForWhatWasToldToWait() throws Exception {
        begin();
        api.failAskingToWait(TEAMS, FailureReason.RATE_LIMITED, Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(5));
        readAll();
        FakeFleetApi other = new FakeFleetApi(clock);
        poller.obey(PollSettings.DEFAULT, BOTH, other);
        while (poller.readNext()) {
            poller.publishIfChanged();
        }
        assertEquals(List.of(DRIVES), other.reads);
    }

    @Test
    void noReloadShortensWhatTheBackendAskedToBeLeftAlone() throws Exception {
        begin();
        api.failAskingToWait(TEAMS, FailureReason.RATE_LIMITED, Duration.ofMinutes(30));
        clock.advance(Duration.ofMinutes(5));
        readAll();
        api.reads.clear();
        poller.obey(PollSettings.DEFAULT, BOTH, api);
        clock.advance(Duration.ofMinutes(29));
        readAll();
        assertFalse(api.reads.contains(TEAMS));
        clock.advance(Duration.ofMinutes(1));
        readAll();
        assertTrue(api.reads.contains(TEAMS));
    }

    /** The answer comes from where nobody asks any more. */
    @Test
    void anAnswerToWhatWasAskedBeforeIsDroppedAndAskedForAgain() throws Exception {
        FakeFleetApi other = new FakeFleetApi(clock);
        other.realms = List.of("gamma");
        poller.prepare();
        api.meanwhile = () -> poller.obey(PollSettings.DEFAULT, BOTH, other);
        assertTrue(poller.readNext());
        poller.publishIfChanged();
        assertEquals(Set.of(), last().realms());

        assertTrue(poller.readNext());
        poller.publishIfChanged();
        assertEquals(List.of(DRIVES), other.reads);
        assertEquals(Set.of("gamma"), last().realms());
    }

    @Test
    void anAnswerAboutWhatIsReadNoMoreIsNoTrouble() throws Exception {
        poller.prepare();
        api.meanwhile = () -> poller.obey(PollSettings.DEFAULT, EnumSet.of(Api.TEAMS), api);
        assertTrue(poller.readNext());
        poller.publishIfChanged();
        assertEquals(Set.of(TEAMS), last().sources().keySet());
    }

    @Test
    void anotherSiteBeginsAnew() throws Exception {
        begin();
        FakeFleetApi other = new FakeFleetApi(clock);
        poller.forget();
        poller.obey(PollSettings.DEFAULT, BOTH, other);
        poller.publishIfChanged();
        assertFalse(last().holds(Api.DRIVES));
        assertEquals(Set.of(), last().realms());
        assertTrue(poller.isReady());
    }

    /** Reads everything once; what is read from then on is noted. */
    private void begin() throws InterruptedException {
        poller.prepare();
        readAll();
        api.reads.clear();
    }

    private void readAll() throws InterruptedException {
        while (poller.readNext()) {
            poller.publishIfChanged();
        }
        poller.publishIfChanged();
    }

    private static PollSettings every(Api route, Duration interval) {
        return new PollSettings(Map.of(route, interval), 5, RealmSettings.DISCOVER);
    }

    private static PollSettings realms(RealmSettings realms) {
        return new PollSettings(Map.of(), 5, realms);
    }

    private FleetSnapshot last() {
        return published.get(published.size() - 1);
    }
}
