package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.config.Overrides;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A whole exporter in this process, made from a configuration file and listening on a free loopback port. */
final class RunningExporter implements AutoCloseable {

    static final String OPENMETRICS = "application/openmetrics-text;version=1.0.0";
    static final String TEXT = "text/plain;version=0.0.4";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Exporter exporter;

    private RunningExporter(Exporter exporter) {
        this.exporter = exporter;
    }

    /** Starts it on this configuration, to which the listen address is added. */
    static RunningExporter start(Path folder, String yaml, InstantSource clock) throws Exception {
        Path file = Files.writeString(
                folder.resolve("exporter.yaml"), yaml + "web:\n  listen-address: [\"127.0.0.1:0\"]\n");
        return start(new ConfigSource(new ConfigLoader(Map.of()), file, Overrides.NONE), clock);
    }

    /** Starts it on what this source gives, and looks for changes there when it is told to, and each second. */
    static RunningExporter start(ConfigSource source, InstantSource clock) throws Exception {
        return started(new Exporter(source.load(), Optional.of(source), Build.current(), clock));
    }

    /** Starts it on this configuration as it is. */
    static RunningExporter start(LoadedConfig loaded, InstantSource clock) {
        return started(new Exporter(loaded, Build.current(), clock));
    }

    private static RunningExporter started(Exporter exporter) {
        exporter.start();
        return new RunningExporter(exporter);
    }

    /** Waits until every source has answered or failed once. */
    RunningExporter awaitReady() {
        Awaitility.await().until(() -> get("/-/ready", TEXT).statusCode() == 200);
        return this;
    }

    /** Waits until a sample has this line, value included. */
    void awaitLine(String line) {
        Awaitility.await(line).until(() -> metrics().lines().anyMatch(line::equals));
    }

    /** Has it take over what its files hold now, which takes two looks. */
    void lookAtFiles() {
        exporter.lookAtFiles();
        exporter.lookAtFiles();
    }

    String metrics() throws IOException, InterruptedException {
        return get("/metrics", TEXT).body();
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        InetSocketAddress address = exporter.addresses().get(0);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                .header("Accept", accept)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Where it listens now. */
    int port() {
        return exporter.addresses().get(0).getPort();
    }

    @Override
    public void close() {
        exporter.close();
    }
}
