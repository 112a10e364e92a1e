package io.github.ticryptexporter.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A running server with something of each kind to serve; what matters to a test is set by the test. */
final class FakeExporter implements AutoCloseable {
    static final String METRICS = "ticrypt_up 1\n";
    static final String LANDING_PAGE = "<!doctype html><title>ticrypt-exporter</title>\n";
    static final String CONFIG = "ticrypt:\n  base-url: https://api.example.edu\n";

    volatile boolean ready = true;
    volatile Reloaded reloaded = new Reloaded(true, List.of());
    volatile MetricsResponder metrics = request -> body(METRICS);

    final Queue<FinishedRequest> finished = new ConcurrentLinkedQueue<>();
    final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    final Queue<Limit> met = new ConcurrentLinkedQueue<>();
    final HttpServer server;
    private final AtomicLong nanos = new AtomicLong();

    private FakeExporter(HttpSettings settings, Bounds bounds) {
        Endpoints endpoints = new Endpoints(
                new Metrics(), () -> ready, () -> new Page(LANDING_PAGE, "'sha256-42'"), () -> CONFIG, () -> reloaded);
        server = new HttpServer(settings, endpoints, new Limits(bounds, new Observer()), nanos::get);
    }

    /** What the test has set last. */
    private final class Metrics implements MetricsResponder {
        @Override
        public MetricsBody respond(MetricsRequest request) {
            return metrics.respond(request);
        }

        @Override
        public Optional<MetricsBody> atOnce(MetricsRequest request) {
            return metrics.atOnce(request);
        }
    }

    /** Notes what it is told. */
    private final class Observer implements HttpObserver {
        @Override
        public void answered(FinishedRequest request) {
            finished.add(request);
        }

        @Override
        public void met(Limit limit) {
            met.add(limit);
        }

        @Override
        public void refused(Refusal refusal) {
            refused.add(refusal);
        }
    }

    static FakeExporter notStarted() {
        return new FakeExporter(settings(loopback()), Bounds.DEFAULT);
    }

    static FakeExporter started() {
        return started(settings(loopback()));
    }

    static FakeExporter started(HttpSettings settings) {
        return started(settings, Bounds.DEFAULT);
    }

    static FakeExporter started(Bounds bounds) {
        return started(settings(loopback()), bounds);
    }

    static FakeExporter started(HttpSettings settings, Bounds bounds) {
        FakeExporter exporter = new FakeExporter(settings, bounds);
        exporter.server.start();
        return exporter;
    }

    static HttpSettings settings(InetSocketAddress... addresses) {
        return new HttpSettings(List.of(addresses), HttpSettings.DEFAULT_TELEMETRY_PATH, false);
    }

    static HttpSettings settings(WebSecurity security) {
        return new HttpSettings(List.of(loopback()), HttpSettings.DEFAULT_TELEMETRY_PATH, false, false, security);
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static MetricsBody body(String text) {
        return new MetricsBody(
                "text/plain; version=0.0.4; charset=utf-8", "", List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    InetSocketAddress address() {
        return server.addresses().get(0);
    }

    /** The whole answer to one request line with its headers, lines ending in line feeds. */
    String answer(String... lines) {
        return RawClient.answer(address(), lines);
    }

    void obey(HttpSettings settings) {
        server.obey(settings, () -> {});
    }

    /** Lets time pass for the server's deadlines. */
    void elapse(Duration time) {
        nanos.addAndGet(time.toNanos());
        server.closeOverdue();
    }

    @Override
    public void close() {
        server.close();
    }
}
