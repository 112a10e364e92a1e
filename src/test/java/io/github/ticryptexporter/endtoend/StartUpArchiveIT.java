package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start-up archive is made as the README says, and the daemon starts from it. */
class StartUpArchiveIT {
    private static final String FROM_THE_ARCHIVE = "source: shared objects file (top)";
    private static final List<String> OURS_AND_OTHERS = List.of(
            "io.github.ticryptexporter.Main ",
            "io.github.ticryptexporter.config.YamlReader ",
            "io.github.ticryptexporter.poll.Poller ",
            "io.micrometer.prometheusmetrics.PrometheusMeterRegistry ",
            "org.eclipse.jetty.server.Server ");

    @TempDir
    Path folder;

    @Test
    void theDaemonLoadsWhatTheTrainingRunLoaded() throws Exception {
        Path archive = folder.resolve("ticrypt-exporter.jsa");
        try (RunningProcess training = Jar.start(List.of("-XX:ArchiveClassesAtExit=" + archive), List.of("train"))) {
            assertEquals(0, training.exitCode(), training::err);
            assertTrue(training.err().endsWith("msg=\"stopped\"\n"), training.err());
        }
        Path log = folder.resolve("classes.log");
        Path token = TokenFile.of(folder, "invented-token");
        Path config = Files.writeString(folder.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: http://127.0.0.1:1
                  tokens: { drive: { file: %s } }
                """.formatted(token));

        List<String> options = List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + log);
        try (RunningProcess exporter =
                Jar.start(options, List.of("serve", "--config.file=" + config, "--web.listen-address=127.0.0.1:0"))) {
            Web.ofServe(exporter).metrics();
        }
        List<String> archived = archived(log);

        for (String name : OURS_AND_OTHERS) {
            assertTrue(archived.stream().anyMatch(line -> line.contains(name)), name);
        }
    }

    private static List<String> archived(Path log) throws Exception {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.endsWith(FROM_THE_ARCHIVE)).toList();
        }
    }
}
