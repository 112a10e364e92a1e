package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators know beside the API, end to end: an inventory that changes, aliases and exemptions of teams. */
class InventoryReloadTest {

    private static final String ONE_HOST = "hosts: [ { name: rack-a, realm: libvirt, pinned: kvm-a, memory: 1GiB } ]\n";
    private static final String TWO_HOSTS = ONE_HOST.replace(" ]", ", { name: rack-b, realm: libvirt, pinned: b } ]");
    private static final String CAPACITY = "ticrypt_host_memory_capacity_bytes{host=\"rack-a\",realm=\"libvirt\"} ";

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = Sites.site(11, 0.1, Scenario.CALM, clock);
    private String team = "";

    @BeforeEach
    void startSite() throws Exception {
        site.start();
        site.edit(fleet -> team = fleet.teams.keySet().iterator().next());
        Files.writeString(folder.resolve("hosts.yaml"), ONE_HOST);
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void aChangedInventoryIsObeyedAtOnceAndABadOneLeavesTheOldInForce() throws Exception {
        try (RecordedLog log = RecordedLog.of(Reload.class);
                RunningExporter exporter = start()) {
            exporter.awaitLine(CAPACITY + "1073741824");
            exporter.awaitLine("ticrypt_exporter_config_last_reload_success_timestamp_seconds 1772366400");

            clock.advance(Duration.ofMinutes(1));
            Files.writeString(folder.resolve("hosts.yaml"), TWO_HOSTS.replace("1GiB", "2GiB"));
            exporter.lookAtFiles();
            exporter.awaitLine(CAPACITY + "2147483648");
            exporter.awaitLine("ticrypt_host_schedulable{host=\"rack-b\",realm=\"libvirt\"} 1");
            exporter.awaitLine("ticrypt_exporter_config_last_reload_success_timestamp_seconds 1772366460");
            assertTrue(exporter.get("/-/config", RunningExporter.TEXT).body().contains("rack-b"));

            clock.advance(Duration.ofMinutes(1));
            Files.writeString(folder.resolve("hosts.yaml"), "hosts: [ { name: rack-a } ]");
            exporter.lookAtFiles();
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 0");
            exporter.awaitLine("ticrypt_exporter_config_last_reload_success_timestamp_seconds 1772366460");
            exporter.awaitLine(CAPACITY + "2147483648");

            Files.writeString(folder.resolve("hosts.yaml"), ONE_HOST);
            exporter.lookAtFiles();
            exporter.awaitLine("ticrypt_exporter_config_last_reload_successful 1");
            exporter.awaitLine(CAPACITY + "1073741824");
            assertFalse(exporter.metrics().contains("rack-b"));
            assertEquals(
                    List.of(
                            "configuration reloaded since a file changed: 2 changes",
                            "reloaded: inventory.hosts[libvirt/rack-a].memory: 1GiB -> 2GiB",
                            "reloaded: inventory.hosts[libvirt/rack-b]: added",
                            "configuration refused when a file changed; the one before stays in force",
                            "refused: inventory.file.hosts[0].realm: expected the realm that the host serves, but was"
                                    + " nothing (line 1 of hosts.yaml); write for example \"realm: libvirt\"",
                            "refused: inventory.file.hosts[0]: expected at least one of ssh-host, guest-cidr and"
                                    + " pinned, but was none (line 1 of hosts.yaml); add one, or no VM is ever found on"
                                    + " this host",
                            "configuration reloaded since a file changed: 2 changes",
                            "reloaded: inventory.hosts[libvirt/rack-a].memory: 2GiB -> 1GiB",
                            "reloaded: inventory.hosts[libvirt/rack-b]: removed"),
                    log.lines());
        }
    }

    @Test
    void theFileIsLookedAtWithoutBeingAsked() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        try (ConfigWatch watch = new ConfigWatch(() -> {
            looks.incrementAndGet();
            throw new IllegalStateException("a defect ends no watch");
        })) {
            watch.start(Duration.ofMillis(1));
            Awaitility.await().until(() -> looks.get() > 2);
        }
    }

    @Test
    void teamsHaveTheirAliasesAndExemptionsAtTheStrictestLevel() throws Exception {
        String id = team.substring("team|".length());
        try (RunningExporter exporter = start()) {
            exporter.awaitLine("ticrypt_team_info{name=\"Invented Alias\",team=\"" + id + "\"} 1");
            exporter.awaitLine("ticrypt_alert_exempt{alert=\"SomeAlert\",team=\"" + id + "\"} 1");
            assertEquals(
                    1,
                    exporter.metrics()
                            .lines()
                            .filter(line -> line.startsWith("ticrypt_team_info{"))
                            .count());
        }
    }

    private RunningExporter start() throws Exception {
        return RunningExporter.start(folder, configuration(), clock);
    }

    private String configuration() {
        return """
                ticrypt:
                  base-url: %s
                  tokens:
                    team: { value: "%s" }
                labels: { team-aliases: { "%s": "Invented Alias" } }
                alerts: { exempt: [ { team: "%s", alert: SomeAlert } ] }
                inventory: { file: hosts.yaml }
                """.formatted(site.uri(), site.tokens().get("team"), team, team);
    }
}
