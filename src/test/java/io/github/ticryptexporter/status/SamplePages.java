package io.github.ticryptexporter.status;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.metrics.SmallSite;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Pages to be looked at: one in order, one in trouble, and what no page should have to bear. */
final class SamplePages {

    private static final List<String> HOSTILE = List.of(
            "<script>alert('a')</script>",
            "</bdi></table></main><h1>An invented heading</h1>",
            "\"onmouseover=\"alert(1)",
            "&lt;%s%n&#x202e;",
            "x".repeat(200),
            "\u202Eright to left by force",
            "\u0645\u062C\u0645\u0648\u0639\u0629 \u0627\u0644\u0628\u062D\u062B 42",
            "null\u0000, bell\u0007 and half \uD800 of a pair");

    private SamplePages() {}

    static SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("small", small());
        all.put("troubled", troubled());
        all.put("hostile", hostile());
        all.put(
                "unread",
                Pages.of(FleetSnapshot.EMPTY.with(Source.unread(SourceId.site(Api.DRIVES))))
                        .html());
        all.put("large", large());
        return all;
    }

    static String small() {
        return Pages.of(SmallSite.fleet())
                .with(
                        host("rack-a-1")
                                .sshHost("10.0.0.1")
                                .natPortBase(30000)
                                .owning(6, 150, Map.of("gpu-nvidia", 2L)),
                        host("rack-a-2")
                                .sshHost("10.0.0.2")
                                .owning(64, 512, Map.of())
                                .drained())
                .html();
    }

    /** Sources fail in every way, and everything has its note. */
    static String troubled() {
        FleetSnapshot fleet = SmallSite.fleet();
        Iterator<FailureReason> reasons = List.of(FailureReason.values()).iterator();
        for (Api api : Api.values()) {
            String realm = api.scope() == Api.Scope.REALM ? "invented-realm" : "";
            fleet = fleet.with(failed(Source.unread(new SourceId(api, realm)), reasons.next()));
        }
        return Pages.of(fleet)
                .within(60)
                .open()
                .refused()
                .without(TokenKind.values())
                .withoutInventory()
                .after(Duration.ofMinutes(3))
                .html();
    }

    /** Names that would rather be something else. */
    static String hostile() {
        Snapshots site = Snapshots.knowing(HOSTILE.toArray(String[]::new));
        for (String name : HOSTILE) {
            site.vms(
                    name,
                    vm("vm").team(name)
                            .reachedAt(name)
                            .takes(8, 8, Map.of(name, 1L))
                            .made());
        }
        Quota quota = new Quota(8L, null, Map.of(), Map.of());
        site.teams(HOSTILE.stream()
                .map(name -> Teams.team(name).named(name).quota(quota).made())
                .toArray(TeamInfo[]::new));
        FleetSnapshot fleet = site.made();
        for (String name : HOSTILE) {
            fleet = fleet.with(failed(Source.unread(new SourceId(Api.VM_CONFIGS, name)), FailureReason.TLS));
        }
        return Pages.of(fleet).html();
    }

    /** Three thousand teams, a thousand hosts, a hundred realms that fail. */
    static String large() {
        TeamInfo[] teams = IntStream.range(0, 3_000)
                .mapToObj(i -> Teams.team("team-%04d-0000-4000-8000-000000000042".formatted(i))
                        .named("A team with the invented number " + i)
                        .quota(new Quota(4L + i % 40, 64 * GIB, Map.of(), Map.of("gpu-nvidia", 1L)))
                        .made())
                .toArray(TeamInfo[]::new);
        VmInfo[] vms = IntStream.range(0, 3_000)
                .mapToObj(i -> vm("vm-" + i)
                        .team(teams[i].id())
                        .reachedAt("10.42." + i % 1_000 / 250 + "." + i % 250)
                        .takes(4, 8, Map.of("gpu-nvidia", 1L))
                        .made())
                .toArray(VmInfo[]::new);
        FleetSnapshot fleet =
                Snapshots.knowing(REALM).vms(REALM, vms).teams(teams).made();
        for (int i = 0; i < 100; i++) {
            SourceId source = new SourceId(Api.VMS, "an-invented-realm-" + i);
            fleet = fleet.with(failed(Source.unread(source), FailureReason.TIMEOUT));
        }
        return Pages.of(fleet).html();
    }

    private static <T> Source<T> failed(Source<T> source, FailureReason reason) {
        return source.failed(
                ManualClock.START, Duration.ofSeconds(1), new Source.Failure(reason, "a message for the log"));
    }
}
