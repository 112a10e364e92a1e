package io.github.ticryptexporter;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A small simulated site and a configuration to read it by, for a short life of the daemon: it loads what a real one
 * loads, and Java writes that into a start-up archive when the process ends.
 */
final class Training implements AutoCloseable {

    private static final double SCALE = 0.1;

    private static final String CONFIGURATION = """
            ticrypt:
              base-url: %s
              tokens: { drive: { env: drive }, vm: { env: vm }, team: { env: team }, project: { env: project }, user: { env: user } }
            inventory:
              hosts: [ { name: host-001, realm: libvirt, pinned: host-001, vcpus: 96, memory: 1TiB } ]
            web:
              listen-address: [ "127.0.0.1:0" ]
            """;

    /** One for each form of the exposition, and what says nothing. */
    private static final List<String> ACCEPTED = List.of(
            "*/*",
            "text/plain;version=0.0.4",
            "text/plain;version=1.0.0",
            "application/openmetrics-text;version=1.0.0",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited");

    private final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, SCALE, Scenario.CALM),
            InstantSource.system());
    private final Path configFile;

    /** @param configFile where the configuration goes */
    Training(Path configFile) {
        this.configFile = configFile;
    }

    /** Starts the site, on a free loopback port, and writes the configuration; the exporter's port is a free one too. */
    void start() throws IOException {
        site.start();
        Files.writeString(configFile, CONFIGURATION.formatted(site.uri()));
    }

    Path configFile() {
        return configFile;
    }

    /** Where the configuration finds its tokens. */
    Map<String, String> environment() {
        return site.tokens();
    }

    /** Returns once the exporter at this address has read every source and answered a scrape in every form. */
    void scrape(URI exporter) throws IOException {
        while (status(exporter.resolve("/-/ready"), "*/*", "identity") != HttpURLConnection.HTTP_OK) {
            Thread.onSpinWait();
        }
        for (String accepted : ACCEPTED) {
            status(exporter.resolve("/metrics"), accepted, "gzip");
            status(exporter.resolve("/metrics"), accepted, "identity");
        }
        status(exporter.resolve("/"), "text/html", "gzip");
    }

    private static int status(URI address, String accepted, String encoding) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setRequestProperty("Accept", accepted);
        connection.setRequestProperty("Accept-Encoding", encoding);
        try {
            int status = connection.getResponseCode();
            if (status == HttpURLConnection.HTTP_OK) {
                connection.getInputStream().readAllBytes();
            }
            return status;
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void close() throws IOException {
        site.close();
        Files.deleteIfExists(configFile);
    }
}
