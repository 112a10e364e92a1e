package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.cli.Arguments;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.findings.HostEntry;
import io.github.ticryptexporter.metrics.Reference;
import io.github.ticryptexporter.poll.Poller;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.Entries;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.RecordedLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter under {@code --exposition.self-check}, from its flag to what a scrape shows. */
class SelfCheckedExporterTest {
    private static final String FAILURES = "ticrypt_exporter_publish_failures_total";
    private static final Pattern FAILED = Pattern.compile("(?m)^" + FAILURES + " [1-9]");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = Sites.site(11, 0.1, Scenario.CALM, clock);

    @BeforeEach
    void startSite() {
        site.start();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void theVariableOfTheFlagSwitchesItOnAndWhatIsWholeIsPublished() throws Exception {
        LoadedConfig loaded = loaded(Map.of("TICRYPT_EXPORTER_EXPOSITION_SELF_CHECK", "true"));
        try (RunningExporter exporter = RunningExporter.start(loaded, clock).awaitReady()) {
            String config = exporter.get("/-/config", RunningExporter.TEXT).body();

            assertTrue(config.contains("exposition:\n  self-check: true\n"), config);
            exporter.awaitLine(FAILURES + " 0");
        }
    }

    @Test
    void aDamagedPublishIsNotShownAndIsCounted() throws Exception {
        LoadedConfig loaded = LoadedConfig.of(withHosts(
                loaded(Map.of(), "--exposition.self-check").config(),
                List.of(hostCalled("rack-\ud83d"), hostCalled("rack-\ud83e"))));
        try (RecordedLog log = RecordedLog.of(Poller.class);
                RunningExporter exporter = RunningExporter.start(loaded, clock)) {
            Awaitility.await().until(() -> FAILED.matcher(exporter.metrics()).find());

            assertFalse(exporter.metrics().contains("host=\"rack-?\""));
            Awaitility.await()
                    .until(() -> log.lines().contains("cannot publish what was polled; the last exposition stays"));
        }
    }

    @Test
    void theReferenceSaysOfTheCounterWhatTheScrapeSays() throws Exception {
        String help = Reference.entries().stream()
                .filter(entry -> entry.name().equals(FAILURES))
                .map(Reference.Entry::help)
                .findFirst()
                .orElseThrow();
        try (RunningExporter exporter = RunningExporter.start(loaded(Map.of()), clock)) {
            List<String> lines = exporter.metrics()
                    .lines()
                    .filter(line -> line.contains(FAILURES))
                    .toList();

            assertEquals(
                    List.of("# HELP " + FAILURES + " " + help, "# TYPE " + FAILURES + " counter", FAILURES + " 0"),
                    lines);
        }
    }

    /** As no file can say, since half a character is refused there. */
    private static ExporterConfig withHosts(ExporterConfig config, List<HostEntry> hosts) {
        return new ExporterConfig(
                config.api(),
                config.identity(),
                config.poll(),
                config.findings().with(hosts),
                config.metrics(),
                config.exposition(),
                config.http());
    }

    private LoadedConfig loaded(Map<String, String> environment, String... flags) throws Exception {
        Path file = Files.writeString(folder.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: %s
                  tokens:
                    drive: { value: %s }
                    vm: { value: %s }
                web: { listen-address: [ "127.0.0.1:0" ] }
                """.formatted(
                        site.uri(), site.tokens().get("drive"), site.tokens().get("vm")));
        String[] words = new String[flags.length + 1];
        words[0] = "--config.file=" + file;
        System.arraycopy(flags, 0, words, 1, flags.length);
        Command.Serve serve =
                assertInstanceOf(Command.Serve.class, new Arguments(environment, Scenario.labels()).parse(words));
        return new ConfigLoader(environment).load(serve.configFile(), serve.overrides());
    }

    /** No encoding can tell halves of surrogate pairs apart; a configuration file cannot hold them. */
    private static HostEntry hostCalled(String name) {
        return Entries.host(name).pinned(name).owning(64, 512, Map.of()).made();
    }
}
