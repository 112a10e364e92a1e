package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ApiTally;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollerTest {

    private static final SourceId DRIVES = SourceId.site(Api.DRIVES);
    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);
    private static final SourceId VMS_ALPHA = new SourceId(Api.VMS, "alpha");

    private final ManualClock clock = new ManualClock();
    private final FakeFleetApi api = new FakeFleetApi(clock);
    private final List<FleetSnapshot> published = new ArrayList<>();
    private PollSettings settings = PollSettings.DEFAULT;

    @Test
    void everyConfiguredSourceIsPublishedAsUnreadBeforeTheFirstAnswer() {
        poller(EnumSet.of(TokenKind.DRIVE, TokenKind.TEAM)).publishIfChanged();

        assertEquals(Set.of(DRIVES, TEAMS), last().sources().keySet());
        assertFalse(source(DRIVES).isUp());
        assertEquals(Set.of(Api.DRIVES, Api.TEAMS), last().tallies().keySet());
    }

    @Test
    void drivesAreReadFirstAndNameTheRealmsThatAreReadNext() throws Exception {
        Poller poller = poller(EnumSet.allOf(TokenKind.class));
        run(poller, 1);
        assertEquals(List.of(DRIVES), api.reads);
        assertEquals(Set.of("alpha", "beta"), last().realms());

        runUntilIdle(poller);
        assertEquals(10, Set.copyOf(api.reads).size());
        assertTrue(poller.isReady());
    }

    @Test
    void anExcludedRealmIsNotReadAndAnIncludedOneNeedsNoDrive() throws Exception {
        settings = new PollSettings(Map.of(), 5, new RealmSettings(true, List.of("gamma"), Set.of("beta")));
        Poller poller = poller(EnumSet.of(TokenKind.DRIVE, TokenKind.VM));
        runUntilIdle(poller);

        assertEquals(Set.of("alpha", "gamma"), last().realms());
    }

    @Test
    void withoutADriveTokenTheIncludedRealmsAreAllThereAre() throws Exception {
        settings = new PollSettings(Map.of(), 5, new RealmSettings(true, List.of("gamma"), Set.of()));
        Poller poller = poller(EnumSet.of(TokenKind.VM));
        runUntilIdle(poller);

        assertEquals(Set.of("gamma"), last().realms());
        assertTrue(last().holds(Api.VMS));
    }

    @Test
    void aRealmThatNoDriveNamesAnyMoreIsForgotten() throws Exception {
        Poller poller = poller(EnumSet.of(TokenKind.DRIVE, TokenKind.VM));
        runUntilIdle(poller);
        api.realms = List.of("alpha");
        pass(poller, Duration.ofMinutes(3));

        assertEquals(Set.of("alpha"), last().realms());
        assertFalse(last().sources().containsKey(new SourceId(Api.VMS, "beta")));
    }

    @Test
    void realmsOutliveTheDrivesThatNamedThem() throws Exception {
        Poller poller = poller(EnumSet.of(TokenKind.DRIVE, TokenKind.VM));
        runUntilIdle(poller);
        api.fail(DRIVES, FailureReason.SERVER_ERROR);
        pass(poller, Duration.ofMinutes(30));

        assertFalse(last().holds(Api.DRIVES));
        assertEquals(Set.of("alpha", "beta"), last().realms());
        assertTrue(last().holds(Api.VMS));
    }

    @Test
    void aFailingSourceKeepsItsDataWithTheOldInstantUntilStaleAfterAndThenHoldsNone() throws Exception {
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        runUntilIdle(poller);
        Instant answeredAt = clock.instant();
        api.fail(TEAMS, FailureReason.CONNECT);

        pass(poller, Duration.ofMinutes(25).minusSeconds(1));
        assertTrue(last().holds(Api.TEAMS));
        assertFalse(source(TEAMS).isUp());

        pass(poller, Duration.ofSeconds(1));
        assertFalse(last().holds(Api.TEAMS));
        Source.Success success = source(TEAMS).lastSuccess();
        assertEquals(answeredAt, success == null ? null : success.answeredAt());

        api.heal(TEAMS);
        pass(poller, Duration.ofMinutes(1));
        assertTrue(last().holds(Api.TEAMS));
        assertEquals(0, source(TEAMS).consecutiveFailures());
    }

    @Test
    void aFailedRouteIsTriedAgainAfterOneSecondDoublingToSixty() throws Exception {
        settings = new PollSettings(Map.of(Api.TEAMS, Duration.ofHours(1)), 5, RealmSettings.DISCOVER);
        api.fail(TEAMS, FailureReason.SERVER_ERROR);
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        List<Long> waits = waitsBetweenReads(poller, 9);

        long[] full = {1, 2, 4, 8, 16, 32, 60, 60};
        for (int i = 0; i < full.length; i++) {
            long seconds = waits.get(i);
            assertTrue(seconds * 2 >= full[i] && seconds <= full[i], "wait " + i + " was " + seconds + " s");
        }
    }

    @Test
    void aShortIntervalIsSoonerThanTheBackoff() throws Exception {
        settings = new PollSettings(Map.of(Api.TEAMS, Duration.ofSeconds(3)), 5, RealmSettings.DISCOVER);
        api.fail(TEAMS, FailureReason.SERVER_ERROR);
        List<Long> waits = waitsBetweenReads(poller(EnumSet.of(TokenKind.TEAM)), 10);

        assertTrue(waits.stream().allMatch(wait -> wait <= 3), () -> "waits were " + waits);
        assertEquals(3, waits.get(waits.size() - 1));
    }

    @Test
    void afterATimeoutARouteWaitsItsFullInterval() throws Exception {
        api.stall(TEAMS);
        assertEquals(List.of(330L, 330L), waitsBetweenReads(poller(EnumSet.of(TokenKind.TEAM)), 3));
    }

    @Test
    void retryAfterWinsOverIntervalAndBackoffUpToOneHour() throws Exception {
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        api.failAskingToWait(TEAMS, FailureReason.RATE_LIMITED, Duration.ofMinutes(20));
        assertEquals(List.of(1200L), waitsBetweenReads(poller, 2));

        api.failAskingToWait(TEAMS, FailureReason.RATE_LIMITED, Duration.ofDays(3));
        pass(poller, Duration.ofMinutes(20));
        api.reads.clear();
        pass(poller, Duration.ofMinutes(60));
        assertEquals(1, api.reads.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN"})
    void aRejectedTokenWaitsItsIntervalOrForANewToken(FailureReason reason) throws Exception {
        api.fail(TEAMS, reason);
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        runUntilIdle(poller);
        pass(poller, Duration.ofMinutes(5).minusSeconds(1));
        assertEquals(1, api.reads.size());

        pass(poller, Duration.ofSeconds(1));
        assertEquals(2, api.reads.size());

        api.heal(TEAMS);
        api.newTokens.add(TEAMS);
        poller.tryNewTokens();
        runUntilIdle(poller);
        assertTrue(source(TEAMS).isUp());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN"})
    void retryAfterWinsOverANewToken(FailureReason reason) throws Exception {
        api.failAskingToWait(TEAMS, reason, Duration.ofMinutes(20));
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        runUntilIdle(poller);
        api.newTokens.add(TEAMS);
        poller.tryNewTokens();
        pass(poller, Duration.ofMinutes(20).minusSeconds(1));
        assertEquals(1, api.reads.size());

        pass(poller, Duration.ofSeconds(1));
        assertEquals(2, api.reads.size());
    }

    @Test
    void ofTwoThatAreEquallyLateTheOneWithTheShorterIntervalIsReadFirst() throws Exception {
        settings = new PollSettings(
                Map.of(Api.PROJECTS, Duration.ofHours(1), Api.USERS, Duration.ofMinutes(20)),
                5,
                RealmSettings.DISCOVER);
        Poller poller = pollerOf(EnumSet.of(Api.PROJECTS, Api.USERS));
        clock.advance(Duration.ofSeconds(1));
        run(poller, 2);

        assertEquals(List.of(SourceId.site(Api.USERS), SourceId.site(Api.PROJECTS)), api.reads);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TEAM_QUOTAS", "PROJECT"})
    void withEveryRouteButOneStallingThatOneStaysWithinStaleAfter(Api answering) throws Exception {
        api.realms = List.of("alpha", "beta", "gamma");
        Poller poller = pollerOf(EnumSet.allOf(Api.class));
        runUntilIdle(poller);
        SourceId kept =
                answering.scope() == Api.Scope.SITE ? SourceId.site(answering) : new SourceId(answering, "beta");
        last().sources().keySet().stream().filter(id -> !id.equals(kept)).forEach(api::stall);

        Instant end = clock.instant().plus(Duration.ofHours(6));
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            run(poller, 1);
            assertTrue(last().holds(kept.api(), kept.realm()), () -> kept + " went stale at " + clock.instant());
        }
    }

    @Test
    void aPublishFollowsEveryAttemptGoodOrBad() throws Exception {
        api.fail(TEAMS, FailureReason.MALFORMED);
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        poller.publishIfChanged();
        int before = published.size();
        poller.readNext();
        poller.publishIfChanged();
        poller.publishIfChanged();

        assertEquals(before + 1, published.size());
        assertEquals(Map.of(FailureReason.MALFORMED, 1L), source(TEAMS).failures());
    }

    @Test
    void aPublisherThatThrowsLosesOnePublishAndNoPoll() throws Exception {
        Poller poller = new Poller(
                settings,
                Api.openedBy(EnumSet.of(TokenKind.TEAM)),
                api,
                snapshot -> {
                    published.add(snapshot);
                    throw new IllegalStateException("told to throw");
                },
                clock,
                new Random(1));
        poller.prepare();
        runUntilIdle(poller);

        assertTrue(source(TEAMS).isUp());
    }

    @Test
    void anOutageIsToldAtItsBeginningOnceAnHourAndAtItsEnd() throws Exception {
        Poller poller = poller(EnumSet.of(TokenKind.TEAM));
        runUntilIdle(poller);
        try (RecordedLog log = RecordedLog.of(Poller.class)) {
            api.fail(TEAMS, FailureReason.SERVER_ERROR);
            runFor(poller, Duration.ofMinutes(70));
            api.fail(TEAMS, FailureReason.CONNECT);
            runFor(poller, Duration.ofMinutes(10));
            api.fail(TEAMS, FailureReason.SERVER_ERROR);
            runFor(poller, Duration.ofMinutes(10));
            api.heal(TEAMS);
            runFor(poller, Duration.ofHours(2));

            assertEquals("""
                    cannot read teams (server_error): told to fail; next try in N s
                    teams had no good answer for N s; what follows from it is withheld
                    still cannot read teams, after N s and N failed attempts; the latest (server_error): told to fail
                    cannot read teams (connect): told to fail; next try in N s
                    teams answers again after N s and N failed attempts""", String.join("\n", log.lines()).replaceAll("\\d+", "N"));
        }
    }

    private void runFor(Poller poller, Duration duration) throws InterruptedException {
        for (long passed = 0; passed < duration.toSeconds(); passed += 10) {
            clock.advance(Duration.ofSeconds(10));
            runUntilIdle(poller);
        }
    }

    @Test
    void publishesThatFailAreSaidOnceAndSoIsThatTheyWorkAgain() throws Exception {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Poller poller = new Poller(
                settings,
                Api.openedBy(EnumSet.of(TokenKind.TEAM)),
                api,
                snapshot -> {
                    if (isBroken.get()) {
                        throw new IllegalStateException("told to throw");
                    }
                },
                clock,
                new Random(1));
        try (RecordedLog log = RecordedLog.of(Poller.class)) {
            poller.prepare();
            runUntilIdle(poller);
            poller.publishAgain();
            poller.publishIfChanged();
            isBroken.set(false);
            poller.publishAgain();
            poller.publishIfChanged();

            assertEquals(
                    List.of(
                            "cannot publish what was polled; the last exposition stays",
                            "what was polled is published again, after 2 publishes that failed"),
                    log.lines());
        }
    }

    @Test
    void answersAreCountedPerRouteOverAllRealms() throws Exception {
        api.fail(VMS_ALPHA, FailureReason.SERVER_ERROR);
        Poller poller = poller(EnumSet.of(TokenKind.DRIVE, TokenKind.VM));
        runUntilIdle(poller);

        ApiTally tally = last().tallies().getOrDefault(Api.VMS, ApiTally.NONE);
        assertEquals(Map.of(200, 1L, 503, 1L), tally.responses());
        assertEquals(true, tally.tokenAccepted());
    }

    private Poller poller(Set<TokenKind> tokens) {
        return pollerOf(Api.openedBy(tokens));
    }

    private Poller pollerOf(Set<Api> routes) {
        Poller poller = new Poller(settings, routes, api, published::add, clock, new Random(1));
        poller.prepare();
        return poller;
    }

    private void run(Poller poller, int attempts) throws InterruptedException {
        for (int i = 0; i < attempts; i++) {
            poller.readNext();
            poller.publishIfChanged();
        }
    }

    private void runUntilIdle(Poller poller) throws InterruptedException {
        int before;
        do {
            before = api.reads.size();
            run(poller, 1);
        } while (api.reads.size() > before);
    }

    /** Lets time pass second by second, reading whatever becomes due. */
    private void pass(Poller poller, Duration duration) throws InterruptedException {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            runUntilIdle(poller);
        }
    }

    private List<Long> waitsBetweenReads(Poller poller, int reads) throws InterruptedException {
        List<Instant> at = new ArrayList<>();
        while (at.size() < reads) {
            int before = api.reads.size();
            Instant startedAt = clock.instant();
            run(poller, 1);
            if (api.reads.size() > before) {
                at.add(startedAt);
            } else {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        return IntStream.range(1, reads)
                .mapToObj(i -> Duration.between(at.get(i - 1), at.get(i)).toSeconds())
                .collect(Collectors.toList());
    }

    private FleetSnapshot last() {
        return published.get(published.size() - 1);
    }

    private Source<?> source(SourceId id) {
        Source<?> source = last().sources().get(id);
        if (source == null) {
            throw new AssertionError("no source " + id);
        }
        return source;
    }
}
