package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole exporter whose configuration changes while it runs. */
class ReloadTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = site(11);

    private static SimulatedSite site(long seed) {
        return Sites.site(seed, 0.1, Scenario.CALM, new ManualClock());
    }

    @BeforeEach
    void startSite() {
        site.start();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void everySettingThatChangesIsObeyedAndTold() throws Exception {
        try (RecordedLog log = RecordedLog.of(Reload.class);
                RunningExporter exporter = started(configuration(site, "", "")).awaitReady()) {
            String before = exporter.metrics();
            assertFalse(before.contains("ticrypt_team_info"));
            write(configuration(site, "    user: { value: \"" + token(site, "user") + "\" }\n", """
                    privacy: { level: named }
                    poll: { intervals: { teams: 7s } }
                    limits: { series: 5000 }
                    exposition: { self-check: true }
                    """));
            exporter.lookAtFiles();

            exporter.awaitLine("ticrypt_poll_interval_seconds{api=\"teams\"} 7");
            exporter.awaitLine("ticrypt_exporter_series_limit 5000");
            exporter.awaitLine("ticrypt_up{api=\"users\",realm=\"\"} 1");
            assertTrue(exporter.metrics().contains("ticrypt_team_info"));
            assertEquals(
                    List.of(
                            "exposition.self-check: false -> true",
                            "limits.series: 200000 -> 5000",
                            "poll.intervals.teams: 5m -> 7s",
                            "privacy.level: strict -> named",
                            "ticrypt.tokens.user.value: nothing -> ***",
                            "route added: users"),
                    log.lines().stream()
                            .filter(line -> line.startsWith("reloaded: "))
                            .map(line -> line.substring("reloaded: ".length()))
                            .filter(line -> !line.startsWith("metric family"))
                            .toList());
            assertTrue(log.lines().contains("reloaded: metric family added: ticrypt_users"));
        }
    }

    /** Counters go on counting, what was read stays: only families that say so changed. */
    @Test
    void aReloadThatConcernsNoSeriesCutsNone() throws Exception {
        try (RunningExporter exporter = started(configuration(site, "", "")).awaitReady()) {
            List<String> before = fleet(exporter);
            write(configuration(site, "", "alerts: { exempt: [] }\nplacement: { nat-arithmetic: true }\n"));
            exporter.lookAtFiles();
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 1");
            assertEquals(before, fleet(exporter));
            assertEquals(200, exporter.get("/-/ready", RunningExporter.TEXT).statusCode());
        }
    }

    /** All that the site and its requests make, which on a clock that stands still changes by a reload alone. */
    private static List<String> fleet(RunningExporter exporter) throws Exception {
        return exporter.metrics()
                .lines()
                .filter(line -> line.startsWith("ticrypt_"))
                .toList();
    }

    @Test
    void aBadConfigurationIsRefusedWholeAndTheAnswerNamesEachProblem() throws Exception {
        try (RunningExporter exporter = started(configuration(site, "", "", "  enable-lifecycle: true\n"))
                .awaitReady()) {
            HttpResponse<String> unchanged = exporter.post("/-/reload");
            assertEquals("the configuration is in force; nothing changed\n", unchanged.body());
            assertEquals(200, unchanged.statusCode());

            write(configuration(site, "", "privacy: { level: named }\npoll: { intervals: { vms: 60 } }\n"));
            HttpResponse<String> refused = exporter.post("/-/reload");
            assertEquals("""
                    the configuration is refused, and the one before stays in force:
                    poll.intervals.vms: expected a duration from 1s to 3650d such as 90s, 5m or 1d, but was "60" (line 7); add a unit: 60s
                    """, refused.body());
            assertEquals(500, refused.statusCode());
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 0");
            assertTrue(exporter.get("/-/config", RunningExporter.TEXT).body().contains("level: \"strict\""));

            write(configuration(site, "", "privacy: { level: named }\n", "  enable-lifecycle: true\n"));
            HttpResponse<String> taken = exporter.post("/-/reload");
            assertTrue(taken.body().startsWith("the configuration is in force:\nprivacy.level: strict -> named\n"));
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 1");
        }
    }

    /** An officer who hears that it is in force need not look again. */
    @Test
    void aLowerPrivacyLevelIsOnTheNextScrapeAfterTheAnswer() throws Exception {
        String named = "privacy: { level: named }\n";
        String lifecycle = "  enable-lifecycle: true\n";
        try (RunningExporter exporter =
                started(configuration(site, "", named, lifecycle)).awaitReady()) {
            for (int i = 0; i < 5; i++) {
                Awaitility.await().until(() -> exporter.metrics().contains("ticrypt_team_info{"));
                write(configuration(site, "", "", lifecycle));
                assertEquals(200, exporter.post("/-/reload").statusCode());
                assertFalse(exporter.metrics().contains("ticrypt_team_info{"));
                write(configuration(site, "", named, lifecycle));
                assertEquals(200, exporter.post("/-/reload").statusCode());
            }
        }
    }

    @Test
    void aRequestReloadsNothingUnlessThatIsSwitchedOn() throws Exception {
        try (RunningExporter exporter = started(configuration(site, "", ""))) {
            HttpResponse<String> refused = exporter.post("/-/reload");
            assertEquals(403, refused.statusCode());
            assertEquals(
                    "reloading by request is off; --web.enable-lifecycle switches it on, SIGHUP works without\n",
                    refused.body());
            assertEquals(405, exporter.get("/-/reload", RunningExporter.TEXT).statusCode());
        }
    }

    @Test
    void anotherAddressIsListenedOnAndOneThatIsTakenRefusesTheWhole() throws Exception {
        try (RunningExporter exporter = started(configuration(site, "", ""));
                ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            int before = exporter.port();
            write(configuration(site, "", "privacy: { level: named }\n")
                    .replace("127.0.0.1:0", "127.0.0.1:" + taken.getLocalPort()));
            exporter.lookAtFiles();
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 0");
            assertEquals(before, exporter.port());
            assertTrue(exporter.get("/-/config", RunningExporter.TEXT).body().contains("level: \"strict\""));

            int free = freePort();
            write(configuration(site, "", "").replace("127.0.0.1:0", "127.0.0.1:" + free));
            exporter.lookAtFiles();
            assertEquals(free, exporter.port());
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 1");
        }
    }

    @Test
    void anotherSiteBeginsAnew() throws Exception {
        try (SimulatedSite other = site(12);
                RunningExporter exporter = started(configuration(site, "", "")).awaitReady()) {
            other.start();
            List<String> teams = teams(exporter);
            write(configuration(other, "", ""));
            exporter.lookAtFiles();
            exporter.awaitLine("ticrypt_up{api=\"teams\",realm=\"\"} 1");
            exporter.awaitLine("ticrypt_up{api=\"drives\",realm=\"\"} 1");
            assertTrue(Collections.disjoint(teams, teams(exporter)));
        }
    }

    private static List<String> teams(RunningExporter exporter) throws Exception {
        return exporter.metrics()
                .lines()
                .filter(line -> line.startsWith("ticrypt_team_members{"))
                .toList();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private RunningExporter started(String yaml) throws Exception {
        write(yaml);
        return RunningExporter.start(
                new ConfigSource(new ConfigLoader(Map.of()), folder.resolve("exporter.yaml"), Overrides.NONE), clock);
    }

    private void write(String yaml) throws Exception {
        Files.writeString(folder.resolve("exporter.yaml"), yaml);
    }

    private static String configuration(SimulatedSite site, String tokens, String more) {
        return configuration(site, tokens, more, "");
    }

    private static String configuration(SimulatedSite site, String tokens, String more, String web) {
        return """
                ticrypt:
                  base-url: %s
                  tokens:
                    drive: { value: "%s" }
                    team: { value: "%s" }
                """.formatted(site.uri(), token(site, "drive"), token(site, "team"))
                + tokens
                + more
                + "web:\n  listen-address: [\"127.0.0.1:0\"]\n"
                + web;
    }

    private static String token(SimulatedSite site, String name) {
        return Optional.ofNullable(site.tokens().get(name)).orElseThrow();
    }
}
