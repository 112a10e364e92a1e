package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real Prometheus server on a free loopback port, asked through its own API. */
public final class PrometheusServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningProcess process;
    private final Web web;

    private PrometheusServer(RunningProcess process, Web web) {
        this.process = process;
        this.web = web;
    }

    public static PrometheusServer start(Path program, Path folder, String configuration, List<String> flags)
            throws IOException {
        Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
        String address = "127.0.0.1:" + freePort();
        RunningProcess process = RunningProcess.start(
                Map.of(),
                Stream.concat(
                                Stream.of(
                                        program.toString(),
                                        "--config.file=" + file,
                                        "--storage.tsdb.path=" + folder.resolve("data"),
                                        "--web.listen-address=" + address),
                                flags.stream())
                        .toList());
        return new PrometheusServer(process, new Web(URI.create("http://" + address)));
    }

    /** Waits until every target has been scraped well. */
    PrometheusServer awaitTargets(int count) {
        Awaitility.await("targets")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> count("sum(up)") == count);
        return this;
    }

    /** Waits until the data that was there at the start can be asked for. */
    public PrometheusServer awaitReady() {
        Awaitility.await("ready")
                .atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .until(() -> web.status("/-/ready") == 200);
        return this;
    }

    /** The active targets, as the API lists them. */
    JsonNode targets() throws IOException {
        return data("/api/v1/targets?state=active").path("activeTargets");
    }

    /** Type and help of a family, as the first target told them. */
    JsonNode metadata(String family) throws IOException {
        return data("/api/v1/metadata?metric=" + family).path(family).path(0);
    }

    /** The only sample that the expression gives; -1 when it gives none. */
    double count(String expression) throws IOException {
        JsonNode result = data("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
        return result.isEmpty()
                ? -1
                : Double.parseDouble(result.path(0).path("value").path(1).asText());
    }

    /**
     * Moments at equal distances.
     *
     * @param start in seconds since 1970, as is the end, which is one of them if the step allows
     */
    public record Range(long start, long end, long step) {}

    /** What the expression gives at one moment, in seconds since 1970: each with its {@code metric} and {@code value}. */
    public JsonNode at(String expression, long second) {
        return result("/api/v1/query?time=" + second, expression);
    }

    /** What the expression gives over time: each with its {@code metric} and {@code values}. */
    public JsonNode over(String expression, Range range) {
        return result(
                "/api/v1/query_range?start=%d&end=%d&step=%d".formatted(range.start, range.end, range.step),
                expression);
    }

    /** The values of a label in the day before that moment, of all series or of those that are selected. */
    public List<String> labelValues(String label, @Nullable String selector, long second) {
        String match =
                selector == null ? "" : "&match[]=" + URLEncoder.encode(selector.strip(), StandardCharsets.UTF_8);
        try {
            List<String> values = new ArrayList<>();
            data("/api/v1/label/%s/values?start=%d&end=%d".formatted(label, second - 86_400, second)
                            + match.replace("[]", "%5B%5D"))
                    .forEach(value -> values.add(value.asText()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode result(String path, String expression) {
        try {
            JsonNode answer =
                    JSON.readTree(web.body(path + "&query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)));
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalArgumentException(
                        expression + "\n" + answer.path("error").asText());
            }
            return answer.path("data").path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server says about itself. */
    String ownMetrics() {
        return web.metrics();
    }

    String log() {
        return process.err();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private JsonNode data(String path) throws IOException {
        return JSON.readTree(web.body(path)).path("data");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
