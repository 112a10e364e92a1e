package io.github.ticryptexporter.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceTest {

    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);
    private static final Instant FIRST = ManualClock.START;
    private static final Instant SECOND = FIRST.plusSeconds(60);
    private static final Duration TOOK = Duration.ofMillis(500);
    private static final Source.Failure NO_ANSWER = new Source.Failure(FailureReason.TIMEOUT, "no answer in 10 s");
    private static final Source.Failure REFUSED = new Source.Failure(FailureReason.CONNECT, "refused");
    private static final Reading<TeamInfo> NO_TEAMS = new Reading<>(List.of(), FIRST);
    private static final Source.Success SUCCESS = new Source.Success(FIRST, 0, 2);

    @Test
    void aSourceThatWasNeverAskedHoldsNothingAndIsDown() {
        Source<TeamInfo> source = Source.unread(TEAMS);
        assertEquals(new Source<>(TEAMS, null, null, null, 0, Map.of()), source);
        assertEquals(Optional.empty(), source.data());
        assertFalse(source.isUp());
    }

    @Test
    void aGoodAnswerBringsData() {
        Source<TeamInfo> source = Source.<TeamInfo>unread(TEAMS).succeeded(NO_TEAMS, SUCCESS, TOOK);
        assertEquals(Optional.of(NO_TEAMS), source.data());
        assertEquals(SUCCESS, source.lastSuccess());
        assertEquals(new Source.Attempt(FIRST, TOOK, null), source.latest());
        assertTrue(source.isUp());
    }

    @Test
    void aFailureKeepsTheDataAndItsInstant() {
        Source<TeamInfo> source = held().failed(SECOND, TOOK, NO_ANSWER);
        assertEquals(
                new Source<>(
                        TEAMS,
                        NO_TEAMS,
                        SUCCESS,
                        new Source.Attempt(SECOND, TOOK, NO_ANSWER),
                        1,
                        Map.of(FailureReason.TIMEOUT, 1L)),
                source);
        assertFalse(source.isUp());
    }

    @Test
    void failuresAreCountedByReasonForGoodAndInARowUntilTheNextSuccess() {
        Source<TeamInfo> failing = held().failed(SECOND, TOOK, NO_ANSWER)
                .failed(SECOND, TOOK, REFUSED)
                .failed(SECOND, TOOK, NO_ANSWER);
        assertEquals(3, failing.consecutiveFailures());
        Source<TeamInfo> mended = failing.succeeded(NO_TEAMS, SUCCESS, TOOK);
        assertEquals(0, mended.consecutiveFailures());
        assertEquals(Map.of(FailureReason.TIMEOUT, 2L, FailureReason.CONNECT, 1L), mended.failures());
    }

    @Test
    void staleDataGoesAndAllElseStays() {
        Source<TeamInfo> source = held().failed(SECOND, TOOK, NO_ANSWER);
        Source<TeamInfo> expired = source.expired();
        assertEquals(Optional.empty(), expired.data());
        assertEquals(new Source<>(TEAMS, null, source.lastSuccess(), source.latest(), 1, source.failures()), expired);
    }

    @Test
    void theCountOfFailuresIsACopyThatNobodyChanges() {
        Map<FailureReason, Long> counts = new EnumMap<>(Map.of(FailureReason.TLS, 1L));
        Source<TeamInfo> source = new Source<>(TEAMS, null, null, null, 1, counts);
        counts.put(FailureReason.TLS, 2L);
        assertEquals(Map.of(FailureReason.TLS, 1L), source.failures());
        assertThrows(
                UnsupportedOperationException.class, () -> source.failures().clear());
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aRouteHasARealmExactlyWhenItIsAskedPerRealm(Api api) {
        boolean perRealm = api.scope() == Api.Scope.REALM;
        String fitting = perRealm ? "libvirt" : "";
        String unfitting = perRealm ? "" : "libvirt";
        assertEquals(fitting, new SourceId(api, fitting).realm());
        var refusal = assertThrows(IllegalArgumentException.class, () -> new SourceId(api, unfitting));
        assertEquals("realm \"" + unfitting + "\" does not fit " + api, refusal.getMessage());
    }

    @Test
    void sourcesAreOrderedByRouteThenRealm() {
        SourceId drives = SourceId.site(Api.DRIVES);
        SourceId vmsOfA = new SourceId(Api.VMS, "a");
        SourceId vmsOfB = new SourceId(Api.VMS, "b");
        assertEquals(
                List.of(drives, vmsOfA, vmsOfB, TEAMS),
                List.copyOf(new TreeSet<>(List.of(TEAMS, vmsOfB, vmsOfA, drives))));
    }

    @Test
    void aSourceIsNamedForMessages() {
        assertEquals("teams", TEAMS.toString());
        assertEquals("vm_configs of realm libvirt", new SourceId(Api.VM_CONFIGS, "libvirt").toString());
    }

    private static Source<TeamInfo> held() {
        return Source.<TeamInfo>unread(TEAMS).succeeded(NO_TEAMS, SUCCESS, TOOK);
    }
}
