package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon on the simulator, two processes, as in a trial on one machine. */
class ServeIT {
    @TempDir
    Path folder;

    @Test
    void everySourceIsReadWithTheTokensThatTheSimulatorPrints() throws Exception {
        try (RunningProcess simulator = Jar.simulate();
                RunningProcess exporter = Jar.serve(folder, yaml(simulator))) {
            Web web = Web.ofServe(exporter).awaitReady();

            for (String api : List.of("drives", "teams", "projects", "users")) {
                web.awaitLine("ticrypt_up\\{api=\"" + api + "\",realm=\"\"} 1");
            }
            for (String api : List.of("vms", "vm_configs", "vm_images")) {
                web.awaitLine("ticrypt_up\\{api=\"" + api + "\",realm=\"libvirt\"} 1");
                web.awaitLine("ticrypt_up\\{api=\"" + api + "\",realm=\"libvirt2\"} 1");
            }
            assertReloads(exporter, web);
            assertStops(exporter);
            assertTrue(exporter.err().contains("level=info logger=Exporter msg=\"stopped\""), exporter.err());
            assertEquals("", exporter.out());
            assertStops(simulator);
        }
    }

    private void assertReloads(RunningProcess exporter, Web web) throws Exception {
        Path config = config();
        Files.writeString(config, "\nlimits: { series: 4242 }\n", StandardOpenOption.APPEND);
        web.awaitLine("ticrypt_exporter_series_limit 4242");
        exporter.hangUp();
        exporter.awaitErr("(configuration reloaded since SIGHUP was received: 0 changes)");
        Files.writeString(config, "limit: {}\n", StandardOpenOption.APPEND);
        web.awaitLine("ticrypt_exporter_config_last_reload_successful 0");
        exporter.awaitErr("(the nearest known one is limits)");
        web.awaitLine("ticrypt_exporter_series_limit 4242");
    }

    private Path config() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertStops(RunningProcess process) throws InterruptedException {
        process.terminate();
        assertEquals(0, process.exitCode());
    }

    private String yaml(RunningProcess simulator) throws Exception {
        StringBuilder yaml = new StringBuilder(
                "ticrypt:\n  base-url: " + Web.ofSite(simulator).base() + "\n  tokens:\n");
        for (String kind : List.of("drive", "vm", "team", "project", "user")) {
            String token = simulator.awaitOut("(?m)^" + kind + "=(\\S+)$");
            Path file = TokenFile.of(folder, token);
            yaml.append("    ").append(kind).append(": { file: ").append(file).append(" }\n");
        }
        return yaml.toString();
    }
}
