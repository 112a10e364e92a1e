package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The shipped rules for a test that has no hours, as an administrator would make them: by {@code assets --thresholds}. Every
 * wait becomes seconds; of the limits those alone change that the test explains.
 */
final class HastenedRules {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path THRESHOLDS = Path.of("alerts", "thresholds.yaml");

    /** What seconds would make another alert of. */
    private static final String EXCEPTIONS = """
            rules: { interval: 1s }
            # While the site is flaky it asks to be left alone for 10 seconds, and again: neither an outage nor old data.
            freshness: { grace_seconds: 30 }
            TicryptApiDown: { for: 30s }
            TicryptApiErrorsHigh: { window: 30s }
            TicryptTokenRejected: { window: 30s }
            # Routes are read one after the other, and in 2 seconds something starts: they disagree for one poll, or, when
            # that was the last one that succeeded, until their data are withheld after 50 seconds.
            TicryptStateDrift: { for: 60s }
            # A simulated VM that does not come up is ended after a minute.
            TicryptVmStuckStarting: { seconds: 64 }
            # Before the first scrape there is no exporter; and one that does not answer is absent before it is a spare.
            TicryptExporterAbsent: { for: 12s }
            TicryptExporterReplicaDown: { for: 15s }
            # Long enough to see it fire without an exporter.
            TicryptVmsSilent: { info: { keep_firing_for: 40s } }
            # A second of waiting is much of an interval of two, and nothing of a minute.
            TicryptPollOverrun: { interval_ratio: 5, window: 10s }
            TicryptSchemaDrift: { window: 10s }
            TicryptPublishFailing: { window: 10s }
            TicryptDataShrank: { window: 20s, offset: 4s }
            """;

    private HastenedRules() {}

    /** The rule files, below the folder. */
    static List<Path> in(Path folder) throws IOException, InterruptedException {
        Path thresholds = Files.writeString(folder.resolve("thresholds.yaml"), YAML.writeValueAsString(thresholds()));
        try (RunningProcess assets =
                Jar.start(List.of(), List.of("assets", folder.toString(), "--thresholds=" + thresholds))) {
            if (assets.exitCode() != 0) {
                throw new IllegalStateException(assets.out() + assets.err());
            }
        }
        return List.of(
                folder.resolve("alerts/ticrypt-records.yaml"),
                folder.resolve("alerts/ticrypt-alerts.yaml"),
                folder.resolve("alerts/ticrypt-optional.yaml"));
    }

    private static JsonNode thresholds() throws IOException {
        ObjectNode hastened = YAML.createObjectNode();
        YAML.readTree(THRESHOLDS.toFile()).properties().forEach(section -> {
            ObjectNode waits = waits(section.getValue());
            if (!waits.isEmpty()) {
                hastened.set(section.getKey(), waits);
            }
        });
        return YAML.readerForUpdating(hastened).readTree(EXCEPTIONS);
    }

    /** Of a section, and of the bands in it, how long a condition has to last and an alert outlives it. */
    private static ObjectNode waits(JsonNode section) {
        ObjectNode waits = YAML.createObjectNode();
        section.properties().forEach(entry -> {
            if (entry.getKey().equals("for")) {
                waits.put("for", "4s");
            } else if (entry.getKey().equals("keep_firing_for")) {
                waits.put("keep_firing_for", "8s");
            } else if (entry.getValue().isObject()) {
                waits.set(entry.getKey(), waits(entry.getValue()));
            }
        });
        return waits;
    }
}
