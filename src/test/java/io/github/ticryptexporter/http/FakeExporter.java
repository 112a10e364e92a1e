package io.github.ticryptexporter.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A running server with something of each kind to serve; what matters to a test is set by the test. */
final class FakeExporter implements AutoCloseable {
    static final String METRICS = "ticrypt_up 1\n";
    static final String LANDING_PAGE = "<!doctype html><title>ticrypt-exporter</title>\n";
    static final String CONFIG = "ticrypt:\n  base-url: https://api.example.edu\n";

    volatile boolean ready = true;
    volatile MetricsResponder metrics = request -> body(METRICS);

    final Queue<FinishedRequest> finished = new ConcurrentLinkedQueue<>();
    final HttpServer server;

    private FakeExporter(HttpSettings settings) {
        Endpoints endpoints =
                new Endpoints(request -> metrics.respond(request), () -> ready, () -> LANDING_PAGE, () -> CONFIG);
        server = new HttpServer(settings, endpoints, finished::add);
    }

    static FakeExporter started() {
        return started(settings(loopback()));
    }

    static FakeExporter started(HttpSettings settings) {
        FakeExporter exporter = new FakeExporter(settings);
        exporter.server.start();
        return exporter;
    }

    static HttpSettings settings(InetSocketAddress... addresses) {
        return new HttpSettings(List.of(addresses), HttpSettings.DEFAULT_TELEMETRY_PATH, false);
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static MetricsBody body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new MetricsBody("text/plain; version=0.0.4; charset=utf-8", "", bytes.length, out -> out.write(bytes));
    }

    InetSocketAddress address() {
        return server.addresses().get(0);
    }

    /** The whole answer to one request line with its headers, lines ending in line feeds. */
    String answer(String... lines) {
        return RawClient.answer(address(), lines);
    }

    @Override
    public void close() {
        server.close();
    }
}
