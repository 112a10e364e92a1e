package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code once} on a simulated site. */
class OneShotTest {

    private final Path folder;
    private final ConfiguredSite configured;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    OneShotTest(@TempDir Path folder) {
        this.folder = folder;
        this.configured = ConfiguredSite.start(folder);
    }

    @AfterEach
    void close() {
        configured.close();
    }

    @Test
    void theMetricsOfOnePollArePrinted() throws Exception {
        assertEquals(0, once("", null));
        List<String> lines = printed().lines().toList();

        for (String api : List.of("drives", "teams", "projects", "users")) {
            assertTrue(lines.contains("ticrypt_up{api=\"" + api + "\",realm=\"\"} 1"), api);
        }
        for (String api : List.of("vms", "vm_configs", "vm_images")) {
            assertTrue(lines.contains("ticrypt_up{api=\"" + api + "\",realm=\"libvirt2\"} 1"), api);
        }
        assertTrue(lines.contains("# TYPE ticrypt_host_vms gauge"));
    }

    @Test
    void nothingIsSaidOfAProcessThatEndsAtOnce() throws Exception {
        once("", null);

        assertTrue(printed().lines().allMatch(line -> line.matches("(# (HELP|TYPE) )?ticrypt_.*")), printed());
        assertTrue(printed().contains("\nticrypt_exporter_web_open 0\n"), printed());
    }

    @Test
    void whatCouldBeReadIsWrittenAlthoughARouteFailed() throws Exception {
        configured.site.fault("/api/teams", Fault.none().withStatus(500));
        assertEquals(1, once("", null));
        List<String> lines = printed().lines().toList();

        assertTrue(lines.contains("ticrypt_up{api=\"teams\",realm=\"\"} 0"));
        assertTrue(lines.contains("ticrypt_up{api=\"users\",realm=\"\"} 1"));
        assertFalse(lines.contains("# TYPE ticrypt_teams gauge"));
    }

    @Test
    void withAFileNothingIsPrintedAndNothingElseIsWritten() throws Exception {
        Path output = folder.resolve("ticrypt.prom");
        List<String> before = files();
        assertEquals(0, once("", output));

        assertEquals("", printed());
        assertTrue(Files.readString(output).startsWith("# HELP ticrypt_"));
        before.addAll(List.of("config.yaml", "ticrypt.prom"));
        before.sort(null);
        assertEquals(before, files());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTheApiIsAsked() {
        List<String> requests = new ArrayList<>();
        configured.site.onRequest(request -> requests.add(request.path()));
        IOException refusal = assertThrows(
                IOException.class, () -> once("", folder.resolve("none").resolve("ticrypt.prom")));

        assertEquals(
                "cannot write DIR/none/ticrypt.prom: there is no directory DIR/none",
                String.valueOf(refusal.getMessage()).replace(folder.toString(), "DIR"));
        assertEquals(List.of(), requests);
    }

    @Test
    void aWrongConfigurationIsRefusedAsByServe() {
        assertThrows(InvalidConfigException.class, () -> once("pol: {}\n", null));
        assertEquals("", printed());
    }

    private int once(String further, @Nullable Path output) throws Exception {
        PrintStream out = new PrintStream(printed, false, StandardCharsets.US_ASCII);
        OneShot shot = new OneShot(new ConfigLoader(Map.of()), Build.current(), configured.clock, out);
        return shot.run(new Command.Once(configured.config(further), Overrides.NONE, output, LogOptions.DEFAULT));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return new ArrayList<>(
                    all.map(file -> String.valueOf(file.getFileName())).sorted().toList());
        }
    }
}
