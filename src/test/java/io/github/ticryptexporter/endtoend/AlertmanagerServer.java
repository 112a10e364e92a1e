package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A real Alertmanager on a free loopback port, without peers, asked through its own API. */
final class AlertmanagerServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningProcess process;
    private final Path configuration;
    private final Web web;

    private AlertmanagerServer(RunningProcess process, Path configuration, Web web) {
        this.process = process;
        this.configuration = configuration;
        this.web = web;
    }

    static AlertmanagerServer start(Path program, Path folder, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), yaml);
        String address = "127.0.0.1:" + PrometheusServer.freePort();
        RunningProcess process = RunningProcess.start(
                Map.of(),
                List.of(
                        program.toString(),
                        "--config.file=" + file,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        // As the sample asks for.
                        "--data.retention=400h",
                        "--web.listen-address=" + address,
                        // Or it opens another port, for peers.
                        "--cluster.listen-address="));
        return new AlertmanagerServer(process, file, new Web(URI.create("http://" + address)));
    }

    AlertmanagerServer awaitReady() {
        Awaitility.await("Alertmanager")
                .atMost(RunningProcess.PATIENCE)
                .ignoreException(UncheckedIOException.class)
                .until(() -> web.status("/-/ready") == 200);
        return this;
    }

    String authority() {
        return web.base().getAuthority();
    }

    /** Goes on with another configuration; keeps its alerts. */
    void configure(String yaml) throws IOException {
        Files.writeString(configuration, yaml);
        expectOk(web.postJson("/-/reload", ""));
    }

    /** Tells it, in this order, that alerts with these labels fire. */
    void post(List<Map<String, String>> alerts) throws IOException {
        List<Map<String, Map<String, String>>> fired =
                alerts.stream().map(labels -> Map.of("labels", labels)).toList();
        expectOk(web.postJson("/api/v2/alerts", JSON.writeValueAsString(fired)));
    }

    /** Those that fire now, inhibited or not, each with labels, fingerprint and status. */
    JsonNode alerts() throws IOException {
        return JSON.readTree(web.get("/api/v2/alerts", "application/json").body());
    }

    String log() {
        return process.err();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private static void expectOk(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode() + ": " + answer.body());
        }
    }
}
