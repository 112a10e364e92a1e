package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --running} against an exporter in this process. */
@ExtendWith(QuietLibraries.class)
class RunningCheckTest {

    private final CheckedSite site;

    RunningCheckTest(@TempDir Path folder) throws IOException {
        site = CheckedSite.started(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void oneThatIsReadyAndFreshPassesWithTheAgeOfEachSource() throws Exception {
        site.configure("drive", "vm", "team");
        try (RunningExporter exporter = site.exporter()) {
            exporter.awaitLine("ticrypt_up{api=\"vm_images\",realm=\"libvirt2\"} 1");
            site.clock.advance(Duration.ofSeconds(130));

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    source      realm     age  stale after  state
                    drives      -         2m   10m          fresh
                    vms         libvirt   2m   5m           fresh
                    vms         libvirt2  2m   5m           fresh
                    vm_configs  libvirt   2m   5m           fresh
                    vm_configs  libvirt2  2m   5m           fresh
                    teams       -         2m   25m          fresh
                    vm_images   libvirt   2m   75m          fresh
                    vm_images   libvirt2  2m   75m          fresh

                    ready, and every source is fresh
                    exit 0
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void oneThatIsNotReadyFailsAtOnce() throws Exception {
        site.backend.fault("/api/teams", Fault.none().delayedBy(Duration.ofHours(1)));
        try (RunningExporter exporter = site.exporter()) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/-/ready: not ready: a source has neither answered nor failed yet; ask again in a minute, and see the exporter's log
                    exit 1
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void aSourceThatIsStaleFails() throws Exception {
        try (RunningExporter exporter = site.exporter()) {
            awaitTeams(exporter);
            site.clock.advance(Duration.ofMinutes(10));

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    source  realm  age  stale after  state
                    drives  -      10m  10m          stale
                    teams   -      10m  25m          fresh

                    1 of 2 sources have no data that is fresh; the exporter's log says why, and so does http://127.0.0.1:PORT/
                    exit 1
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void aSourceThatWasNeverReadFails() throws Exception {
        site.backend.fault("/api/teams", Fault.none().withStatus(403));
        try (RunningExporter exporter = site.exporter().awaitReady()) {
            exporter.awaitLine("ticrypt_up{api=\"drives\",realm=\"\"} 1");

            String printed = site.check("http", exporter.port());
            assertTrue(printed.contains("""
                    drives  -      0s   10m          fresh
                    teams   -      -    25m          never
                    """), printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void aRouteThatTheExporterDoesNotReadFails() throws Exception {
        site.configure("drive");
        try (RunningExporter exporter = site.exporter().awaitReady()) {
            exporter.awaitLine("ticrypt_up{api=\"drives\",realm=\"\"} 1");
            site.configure("drive", "team");

            String printed = site.check("http", exporter.port());
            assertTrue(printed.contains("\nteams   -      -    -            never\n"), printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void whereNobodyListensItSaysWhatToLookAt() throws Exception {
        assertEquals("""
                Asking the exporter at http://127.0.0.1:PORT ...

                GET http://127.0.0.1:PORT/-/ready: no connection, refused or unreachable; check --running and that the exporter runs
                exit 1
                """, site.check("http", CheckedSite.freePort()));
    }

    @Test
    void theWorseOfRoutesAndExporterCounts() throws Exception {
        try (RunningExporter exporter = site.exporter()) {
            awaitTeams(exporter);
            assertEquals(0, site.exitCode(true, exporter.port()));
            assertEquals(1, site.exitCode(true, CheckedSite.freePort()));
            site.backend.fault("/api/teams", Fault.none().withStatus(500));
            assertEquals(1, site.exitCode(true, exporter.port()));
            assertEquals(0, site.exitCode(false, exporter.port()));
        }
    }

    private static void awaitTeams(RunningExporter exporter) {
        exporter.awaitLine("ticrypt_up{api=\"teams\",realm=\"\"} 1");
    }
}
