package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Fleets.REALM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusPageTest {

    private static final SourceId VMS = new SourceId(Api.VMS, REALM);

    @Test
    void thePageOfASmallSite() {
        FleetSnapshot fleet = Snapshots.knowing(REALM)
                .drives(Fleets.aReadyDrive("drive-1"), Fleets.aReadyDrive("drive-2"))
                .made()
                .with(failed(Source.unread(VMS), FailureReason.FORBIDDEN))
                .with(Source.unread(SourceId.site(Api.TEAMS)));
        assertEquals("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>ticrypt-exporter</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border-bottom: 1px solid; padding: .3rem .6rem; text-align: left; }
                </style>
                </head>
                <body>
                <h1>ticrypt-exporter</h1>
                <p>Version 1.2.3, privacy level <strong>strict</strong>.</p>
                <ul>
                <li><a href="/metrics">Metrics</a></li>
                <li><a href="/-/config">Effective configuration</a></li>
                <li><a href="/-/healthy">Health</a>, <a href="/-/ready">readiness</a></li>
                </ul>
                <p>No project token is configured, and this is not exposed: what a &lt;project&gt; token costs.</p>
                <p>No user token is configured, and this is not exposed: what a &lt;user&gt; token costs.</p>
                <p>No inventory is configured: host saturation is not watched. List the hosts under \
                <code>inventory.hosts</code>.</p>
                <table>
                <caption>What is read from tiCrypt</caption>
                <thead><tr><th scope="col">Route</th><th scope="col">Realm</th><th scope="col">State</th>\
                <th scope="col">Objects</th><th scope="col">Age of the data</th></tr></thead>
                <tbody>
                <tr><td>drives</td><td></td><td>answers</td><td>2</td><td>30 s</td></tr>
                <tr><td>vms</td><td>libvirt</td><td>fails: the token is of another type; \
                what follows from it is withheld: what VMs &amp; hosts cost. 7 of them are about all realms, and stay \
                away until this one answers or <code>ticrypt.realms.exclude: [ &quot;libvirt&quot; ]</code> gives it up\
                </td><td></td><td>none yet</td></tr>
                <tr><td>teams</td><td></td><td>not read yet</td><td></td><td>none yet</td></tr>
                </tbody>
                </table>
                </body>
                </html>
                """, StatusPage.render(fleet, facts(Duration.ofSeconds(30), TokenKind.PROJECT, TokenKind.USER)));
    }

    @Test
    void aRealmThatHoldsNothingElseUpNeedsNoWayOut() {
        SourceId images = new SourceId(Api.VM_IMAGES, REALM);
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(failed(Source.unread(images), FailureReason.NOT_FOUND));
        assertEquals(
                List.of("<tr><td>vm_images</td><td>libvirt</td><td>fails: there is no such route or realm; what follows"
                        + " from it is withheld: what images cost</td><td></td><td>none yet</td></tr>"),
                rows(fleet, Duration.ZERO));
    }

    @Test
    void withAllTokensAndAnInventoryThereIsNothingToNote() {
        StatusFacts facts =
                new StatusFacts("1.2.3", "/metrics", "strict", new TreeMap<>(), Map.of(), true, ManualClock.START);
        assertEquals(false, StatusPage.render(FleetSnapshot.EMPTY, facts).contains("is configured"));
    }

    @Test
    void whatOthersChoseIsEscaped() {
        String realm = "<img src=x onerror='a()'>\"&amp;";
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(Source.unread(new SourceId(Api.VMS, realm)));
        assertEquals(
                List.of("<tr><td>vms</td><td>&lt;img src=x onerror=&#39;a()&#39;&gt;&quot;&amp;amp;</td>"
                        + "<td>not read yet</td><td></td><td>none yet</td></tr>"),
                rows(fleet, Duration.ZERO));
    }

    @Test
    void aRealmThatLooksLikeAFormatIsText() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(Source.unread(new SourceId(Api.VMS, "%s%n%d")));
        assertEquals(
                List.of("<tr><td>vms</td><td>%s%n%d</td><td>not read yet</td><td></td><td>none yet</td></tr>"),
                rows(fleet, Duration.ZERO));
    }

    @Test
    void theMessageOfAFailureStaysInTheLog() {
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(failed(Source.unread(VMS), FailureReason.CONNECT));
        assertEquals(false, StatusPage.render(fleet, facts(Duration.ZERO)).contains("a message for the log"));
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
        FleetSnapshot fleet = Snapshots.knowing(REALM).vms(REALM).made();
        Source<?> source = failed(Objects.requireNonNull(fleet.sources().get(VMS)), reason);
        assertEquals(
                List.of("<tr><td>vms</td><td>libvirt</td><td>fails: " + words + "</td><td>0</td><td>0 s</td></tr>"),
                rows(fleet.with(source), Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void noReasonIsShownByItsLabel(FailureReason reason) {
        FleetSnapshot fleet = FleetSnapshot.EMPTY.with(failed(Source.unread(VMS), reason));
        assertEquals(false, rows(fleet, Duration.ZERO).get(0).contains(reason.label() + "<"));
    }

    @Test
    void dataThatWentStaleUnderAGoodAnswerIsWithheld() {
        FleetSnapshot fleet = Snapshots.knowing(REALM).vms(REALM).made();
        Source<?> source = Objects.requireNonNull(fleet.sources().get(VMS)).expired();
        assertEquals(
                List.of("<tr><td>vms</td><td>libvirt</td><td>answers; what follows from it is withheld:"
                        + " what VMs &amp; hosts cost</td>"
                        + "<td>0</td><td>10 min</td></tr>"),
                rows(fleet.with(source), Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "864000, 240 h"})
    void anAgeIsRoundedDownToItsUnit(long seconds, String shown) {
        FleetSnapshot fleet = Snapshots.knowing(REALM).vms(REALM).made();
        assertEquals(
                List.of("<tr><td>vms</td><td>libvirt</td><td>answers</td><td>0</td><td>" + shown + "</td></tr>"),
                rows(fleet, Duration.ofSeconds(seconds)));
    }

    private static <T> Source<T> failed(Source<T> source, FailureReason reason) {
        return source.failed(
                ManualClock.START, Duration.ofSeconds(1), new Source.Failure(reason, "a message for the log"));
    }

    private static List<String> rows(FleetSnapshot fleet, Duration later) {
        return StatusPage.render(fleet, facts(later))
                .lines()
                .filter(line -> line.startsWith("<tr>"))
                .toList();
    }

    private static StatusFacts facts(Duration later, TokenKind... missing) {
        SortedMap<TokenKind, String> tokens = new TreeMap<>();
        Stream.of(missing).forEach(kind -> tokens.put(kind, "what a <" + kind.label() + "> token costs"));
        Map<Api, StatusFacts.Cost> costs = Map.of(
                Api.VMS, new StatusFacts.Cost("what VMs & hosts cost", 7),
                Api.VM_IMAGES, new StatusFacts.Cost("what images cost", 0));
        return new StatusFacts("1.2.3", "/metrics", "strict", tokens, costs, false, ManualClock.START.plus(later));
    }
}
