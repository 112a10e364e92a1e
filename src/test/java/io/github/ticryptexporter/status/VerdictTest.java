package io.github.ticryptexporter.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.HtmlPage;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private final FleetSnapshot answered =
            Snapshots.knowing("libvirt").drives().teams().vms("libvirt").made();

    @Test
    void allAnswer() {
        assertVerdict("good", "All 3 sources answer.", answered);
    }

    @Test
    void theOneThereIsAnswers() {
        assertVerdict(
                "good", "The one source answers.", Snapshots.knowing().drives().made());
    }

    @Test
    void oneFails() {
        assertVerdict(
                "bad",
                "1 of 3 sources fails: vms of realm libvirt (no whole answer in time).",
                failing(answered, new SourceId(Api.VMS, "libvirt")));
    }

    @Test
    void someFail() {
        FleetSnapshot fleet = failing(answered, SourceId.site(Api.DRIVES), new SourceId(Api.VMS, "libvirt"));
        assertVerdict(
                "bad",
                "2 of 3 sources fail: drives (no whole answer in time), vms of realm libvirt (no whole answer in time).",
                fleet);
    }

    @Test
    void ofManyThatFailTheFirstAreNamed() {
        SourceId[] many = List.of("a", "b", "c", "d", "e", "f").stream()
                .map(realm -> new SourceId(Api.VMS, realm))
                .toArray(SourceId[]::new);
        String sentence = verdict(failing(answered, many)).texts("//main/p[1]").get(0);
        assertEquals(true, sentence.startsWith("6 of 9 sources fail: vms of realm a ("), sentence);
        assertEquals(true, sentence.endsWith("vms of realm d (no whole answer in time) and 2 more."), sentence);
    }

    @Test
    void someHaveNotBeenReadYet() {
        assertVerdict(
                "warn",
                "3 of 4 sources answer, the others have not been read yet.",
                answered.with(Source.unread(SourceId.site(Api.USERS))));
    }

    @Test
    void noneHasBeenReadYet() {
        assertVerdict(
                "warn",
                "Nothing has been read yet.",
                FleetSnapshot.EMPTY.with(Source.unread(SourceId.site(Api.USERS))));
    }

    @Test
    void theWindowIsCalledByIt() {
        FleetSnapshot fleet = failing(answered, SourceId.site(Api.DRIVES));
        assertEquals(
                List.of("1 of 3 sources fails: ticrypt-exporter"),
                verdict(fleet).texts("//title"));
    }

    private static void assertVerdict(String style, String sentence, FleetSnapshot fleet) {
        assertEquals(List.of("verdict " + style), verdict(fleet).texts("//main/p[1]/@class"));
        assertEquals(List.of(sentence), verdict(fleet).texts("//main/p[1]"));
    }

    private static HtmlPage verdict(FleetSnapshot fleet) {
        return Pages.of(fleet).page();
    }

    private static FleetSnapshot failing(FleetSnapshot fleet, SourceId... ids) {
        FleetSnapshot failing = fleet;
        for (SourceId id : ids) {
            failing = failing.with(Source.unread(id)
                    .failed(
                            ManualClock.START,
                            Duration.ofSeconds(1),
                            new Source.Failure(FailureReason.TIMEOUT, "a message for the log")));
        }
        return failing;
    }
}
