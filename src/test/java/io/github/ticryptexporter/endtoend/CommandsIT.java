package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that do one thing and end, as a person or a cron job runs them. */
class CommandsIT {
    private static final int KILLED_BY_SIGTERM = 143;

    private final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 0.1, Scenario.CALM),
            InstantSource.system());

    @TempDir
    Path folder;

    @TempDir
    Path collected;

    @BeforeEach
    void start() {
        site.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void onceFillsTheFolderOfTheTextfileCollector() throws Exception {
        Path output = collected.resolve("ticrypt.prom");
        Map<String, String> environment = Map.of("TICRYPT_EXPORTER_OUTPUT", output.toString());
        try (RunningProcess once = Jar.start(environment, List.of("once", "--config.file=" + config()))) {
            assertEquals(0, once.exitCode(), once::err);
            assertEquals("", once.out() + once.err());
        }
        assertEquals(List.of("ticrypt.prom"), List.copyOf(below(collected).keySet()));
        Tool.Verdict verdict =
                Tool.of(Tool.require("promtool"), "check", "metrics").judge(Files.readString(output));
        assertTrue(verdict.accepted(), verdict.output());
    }

    @Test
    void onceThatIsToldToEndLeavesTheOldFileAndNothingElse() throws Exception {
        Path output = Files.writeString(collected.resolve("ticrypt.prom"), "old");
        CountDownLatch hanging = new CountDownLatch(1);
        site.fault("/api/users", Fault.none().delayedBy(Duration.ofHours(1)));
        site.onRequest(request -> {
            if (request.path().equals("/api/users")) {
                hanging.countDown();
            }
        });
        try (RunningProcess once =
                Jar.start(Map.of(), List.of("once", "--config.file=" + config(), "--output=" + output))) {
            assertTrue(hanging.await(RunningProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS), once::err);
            once.terminate();
            assertEquals(KILLED_BY_SIGTERM, once.exitCode());
        }
        assertEquals("old", Files.readString(output));
        assertEquals(List.of("ticrypt.prom"), List.copyOf(below(collected).keySet()));
    }

    @Test
    void aLiveCheckEndsWith1WhenARouteFails() throws Exception {
        site.fault("/api/teams", Fault.none().withStatus(403));
        try (RunningProcess check = Jar.start(Map.of(), List.of("check", "--live", "--config.file=" + config()))) {
            assertEquals(1, check.exitCode(), check::err);
            assertTrue(check.out().contains("\nteams        -         forbidden "), check.out());
            assertTrue(check.out().contains("\n  series in Prometheus: "), check.out());
            assertEquals("", check.err());
        }
    }

    @Test
    void aCheckOfAnExporterThatDoesNotRunEndsWith1() throws Exception {
        List<String> words = List.of("check", "--config.file=" + config(), "--running=http://127.0.0.1:1");
        try (RunningProcess check = Jar.start(Map.of(), words)) {
            assertEquals(1, check.exitCode(), check::err);
            assertTrue(check.out().contains("\nGET http://127.0.0.1:1/-/ready: no connection"), check.out());
            assertEquals("", check.err());
        }
    }

    @Test
    void theJarHoldsTheFilesOfTheSources() throws Exception {
        Path directory = collected.resolve("assets");
        try (RunningProcess assets = Jar.start(Map.of(), List.of("assets", directory.toString()))) {
            assertEquals(0, assets.exitCode(), assets::err);
        }
        SortedMap<String, byte[]> classes = below(Path.of("target", "classes", "assets"));
        SortedMap<String, byte[]> written = below(directory);
        assertEquals(classes.keySet(), written.keySet());
        classes.forEach((name, content) -> assertArrayEquals(content, written.get(name), name));
    }

    @Test
    void theReferencePageEndsInWhatTheJarPrints() throws Exception {
        try (RunningProcess metrics = Jar.start(Map.of(), List.of("metrics"))) {
            assertEquals(0, metrics.exitCode(), metrics::err);
            String page = Files.readString(Path.of("docs", "metrics.md"));
            assertEquals(page.substring(page.indexOf("| name |")), metrics.out());
        }
    }

    private Path config() throws IOException {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        for (String kind : List.of("drive", "vm", "team", "project", "user")) {
            Path file = TokenFile.of(folder, String.valueOf(site.tokens().get(kind)));
            yaml.append("    ").append(kind).append(": { file: ").append(file).append(" }\n");
        }
        return Files.writeString(folder.resolve("config.yaml"), yaml);
    }

    private static SortedMap<String, byte[]> below(Path root) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
