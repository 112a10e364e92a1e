package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceTableTest {

    private static final SourceId VMS = new SourceId(Api.VMS, REALM);

    private final FleetSnapshot answered =
            Snapshots.knowing(REALM).vms(REALM).made().withTally(Api.VMS, tally -> tally);
    private final Source<?> vms = Objects.requireNonNull(answered.sources().get(VMS));

    @Test
    void whatAnswersIsCurrent() {
        assertEquals(
                List.of("vms of realm libvirt", "● answers", "current", "90 s, 1.5 intervals", "0", "in 40 s"),
                row(answered, Duration.ofSeconds(90), Duration.ofSeconds(40)));
    }

    @Test
    void whatFailsIsStaleAndShownUntilItIsWithheld() {
        FleetSnapshot once = answered.with(failed(vms, FailureReason.TIMEOUT));
        assertEquals(
                List.of(
                        "vms of realm libvirt",
                        "▲ fails: no whole answer in time",
                        "stale, shown up to an age of 5 min",
                        "3 min, 3.0 intervals",
                        "0",
                        "now"),
                row(once, Duration.ofMinutes(3), Duration.ZERO));
        FleetSnapshot again = answered.with(failed(failed(vms, FailureReason.TIMEOUT), FailureReason.SERVER_ERROR));
        assertEquals(
                "▲ fails, 2 times in a row: the backend has an error",
                row(again, Duration.ofMinutes(3), Duration.ZERO).get(1));
    }

    @Test
    void whatIsWithheldSaysWhatGoesWithIt() {
        FleetSnapshot fleet = answered.with(failed(vms, FailureReason.CONNECT).expired());
        List<String> row = row(fleet, Duration.ofMinutes(10), Duration.ofSeconds(40));
        String data = row.get(2);
        assertTrue(data.startsWith("withheld; what follows from it is withheld: VMs, hosts, teams' use of"), data);
        assertTrue(data.endsWith(" metric families"), data);
        assertEquals("10 min, 10.0 intervals", row.get(3));
    }

    @Test
    void aRealmThatNeverAnsweredIsToldWithTheLineThatGivesItUp() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(failed(Source.unread(VMS), FailureReason.NOT_FOUND));
        List<String> row = row(fleet, Duration.ZERO, Duration.ofSeconds(1));
        String data = row.get(2);
        assertTrue(data.startsWith("none yet; what follows from it is withheld: VMs, hosts"), data);
        assertTrue(
                data.matches(".* \\d+ of them are about all realms, and stay away until this one answers or"
                        + " ticrypt.realms.exclude: \\[ \"libvirt\" ] gives it up"),
                data);
        assertEquals("none yet", row.get(3));
    }

    @Test
    void aRealmThatHoldsNothingElseUpNeedsNoWayOut() {
        SourceId images = new SourceId(Api.VM_IMAGES, REALM);
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(failed(Source.unread(images), FailureReason.NOT_FOUND));
        String data = Pages.of(fleet).page().rows("Sources").get(0).get(2);
        assertTrue(data.startsWith("none yet; what follows from it is withheld: VM images; in all or in part,"), data);
        assertEquals(false, data.contains("exclude"), data);
    }

    @Test
    void aLookUpRestsWhileThereIsNothingToAskFor() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(Source.unread(SourceId.site(Api.PROJECT)));
        List<String> row = Pages.of(fleet).page().rows("Sources").get(0);
        assertEquals("○ not read yet", row.get(1));
        assertEquals("when there is something to ask for", row.get(5));
    }

    @Test
    void whatFailsComesFirstThenWhatWasNeverRead() {
        SourceId users = SourceId.site(Api.USERS);
        FleetSnapshot fleet = answered.with(Source.unread(SourceId.site(Api.TEAMS)))
                .with(failed(Source.unread(users), FailureReason.FORBIDDEN));
        assertEquals(
                List.of("users", "teams", "vms of realm libvirt"),
                Pages.of(fleet).page().rows("Sources").stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void ofManySourcesTheFirstFiftyAreShown() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY;
        for (int realm = 0; realm < 60; realm++) {
            fleet = fleet.with(Source.unread(new SourceId(Api.VMS, "realm-" + realm)));
        }
        assertEquals(50, Pages.of(fleet).page().rows("Sources").size());
        assertEquals(
                List.of("The 50 first of 60 sources. What fails comes first."),
                Pages.of(fleet).page().texts("//caption"));
    }

    @Test
    void theMessageOfAFailureStaysInTheLog() {
        FleetSnapshot fleet = answered.with(failed(vms, FailureReason.CONNECT));
        assertEquals(false, Pages.of(fleet).html().contains("a message for the log"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNAUTHORIZED      | the token is not accepted
            FORBIDDEN         | the token is of another type
            NOT_FOUND         | there is no such route or realm
            RATE_LIMITED      | the backend asks for fewer requests
            CLIENT_ERROR      | the backend refuses the request
            SERVER_ERROR      | the backend has an error
            TIMEOUT           | no whole answer in time
            CONNECT           | no connection, or lost half-way
            TLS               | no agreement on TLS
            MALFORMED         | the answer is not what the route should give
            TOO_LARGE         | the answer is larger than allowed
            UNEXPECTED_STATUS | an unexpected status
            """)
    void everyReasonHasItsWords(FailureReason reason, String words) {
        FleetSnapshot fleet = answered.with(failed(vms, reason));
        assertEquals(
                "▲ fails: " + words, row(fleet, Duration.ZERO, Duration.ZERO).get(1));
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void noReasonIsShownByItsLabelAlone(FailureReason reason) {
        FleetSnapshot fleet = answered.with(failed(vms, reason));
        assertEquals(false, row(fleet, Duration.ZERO, Duration.ZERO).get(1).endsWith(": " + reason.label()));
    }

    private static List<String> row(FleetSnapshot fleet, Duration later, Duration wait) {
        return Pages.of(fleet)
                .after(later)
                .waiting(VMS, wait)
                .page()
                .rows("Sources")
                .get(0);
    }

    private static <T> Source<T> failed(Source<T> source, FailureReason reason) {
        return source.failed(
                ManualClock.START, Duration.ofSeconds(1), new Source.Failure(reason, "a message for the log"));
    }
}
