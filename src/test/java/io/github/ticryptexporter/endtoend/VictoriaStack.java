package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A Prometheus that keeps nothing and hands every sample on, the VictoriaMetrics that takes them, and vmalert. */
final class VictoriaStack implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of vmalert and VictoriaMetrics, which by default look at what is half a minute old. */
    private static final String NO_DELAY = "=0s";

    private final Web storage;
    private final List<RunningProcess> processes;

    private VictoriaStack(Web storage, List<RunningProcess> processes) {
        this.storage = storage;
        this.processes = processes;
    }

    /** @param scraping what the Prometheus scrapes, as its configuration says it */
    static VictoriaStack start(Path folder, String scraping, List<Path> rules, String alertmanager) throws IOException {
        String storage = "127.0.0.1:" + PrometheusServer.freePort();
        return new VictoriaStack(
                new Web(URI.create("http://" + storage)),
                List.of(
                        storage(storage, folder),
                        agent(storage, folder, scraping),
                        vmalert("http://" + storage, rules, "http://" + alertmanager)));
    }

    private static RunningProcess storage(String address, Path folder) throws IOException {
        return running(
                "victoria-metrics",
                "-httpListenAddr=" + address,
                "-storageDataPath=" + folder.resolve("victoria"),
                "-memory.allowedBytes=64MiB",
                "-search.latencyOffset" + NO_DELAY);
    }

    private static RunningProcess agent(String storage, Path folder, String scraping) throws IOException {
        String handingOn = "remote_write: [ { url: \"http://%s/api/v1/write\" } ]\n".formatted(storage);
        return running(
                "prometheus",
                "--agent",
                "--config.file=" + Files.writeString(folder.resolve("agent.yml"), scraping + handingOn),
                "--storage.agent.path=" + folder.resolve("agent"),
                "--web.listen-address=127.0.0.1:" + PrometheusServer.freePort());
    }

    private static RunningProcess vmalert(String storage, List<Path> rules, String alertmanager) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-httpListenAddr=127.0.0.1:" + PrometheusServer.freePort(),
                "-datasource.url=" + storage,
                "-remoteWrite.url=" + storage,
                "-remoteRead.url=" + storage,
                "-notifier.url=" + alertmanager,
                // Or each alert has a label that those of Prometheus lack.
                "-disableAlertgroupLabel",
                "-rule.evalDelay" + NO_DELAY));
        rules.forEach(file -> command.add("-rule=" + file));
        return running("vmalert", command.toArray(String[]::new));
    }

    private static RunningProcess running(String program, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(flags));
        command.add(0, Tool.requireFrom("forky", program).toString());
        return RunningProcess.start(Map.of(), command);
    }

    /** Waits until this many targets have been scraped well and their samples have arrived. */
    VictoriaStack awaitTargets(int count) {
        Awaitility.await("targets")
                .atMost(RunningProcess.PATIENCE)
                .ignoreExceptions()
                .until(() -> sum("sum(up)") == count);
        return this;
    }

    private double sum(String expression) throws IOException {
        String path = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonNode result = JSON.readTree(storage.body(path)).path("data").path("result");
        return result.path(0).path("value").path(1).asDouble(-1);
    }

    @Override
    public void close() throws IOException {
        for (RunningProcess process : processes) {
            process.close();
        }
    }
}
