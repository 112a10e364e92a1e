package io.github.ticryptexporter;

import com.sun.management.OperatingSystemMXBean;
import io.github.ticryptexporter.http.Bounds;
import io.github.ticryptexporter.http.FinishedRequest;
import io.github.ticryptexporter.http.HttpObserver;
import io.github.ticryptexporter.http.HttpServer;
import io.github.ticryptexporter.http.Limit;
import io.github.ticryptexporter.http.Refusal;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What the daemon says of itself through Micrometer: its JVM, its process, the requests that it answers and the limits that they meet. */
final class OwnMetrics implements HttpObserver, AutoCloseable {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final OwnFamilies families = new OwnFamilies();
    private final MeterRegistry registry = registry(families);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Meter.MeterProvider<Timer> requests = Timer.builder("http.server.requests")
            .description("Requests that the exporter answered.")
            .withRegistry(registry);
    private final Meter.MeterProvider<Counter> limitsMet = Counter.builder("http.server.limits.met")
            .description("Clients made to wait, turned away or cut off, by the limit of the server that they met.")
            .withRegistry(registry);
    private final Meter.MeterProvider<Counter> refusals = Counter.builder("http.server.refusals")
            .description(
                    "Strangers turned away: requests without credentials or with wrong ones, handshakes of TLS that"
                            + " failed, and connections from before the web configuration changed.")
            .withRegistry(registry);

    private static MeterRegistry registry(OwnFamilies families) {
        MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config()
                .onMeterAdded(meter -> families.add(meter, registry.config().namingConvention()));
        // They look at every thread six times over, for each scrape.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("jvm.threads.states"));
        return registry;
    }

    void start() {
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        processor();
        publishFailures();
        for (Limit limit : Limit.values()) {
            counter(limit);
        }
        for (Refusal refusal : Refusal.values()) {
            counter(refusal);
        }
    }

    /** Shows how near the server is to its limits from now on. */
    void watch(HttpServer server) {
        gauge("http.server.connections", "Open connections to the exporter.", server::connections);
        gauge(
                "http.server.connections.limit",
                "Open connections above which one is closed for each further one, strangers first.",
                Bounds.DEFAULT::connections);
        gauge("http.server.requests.active", "Requests being answered, health checks apart.", server::requests);
        gauge(
                "http.server.requests.active.limit",
                "Requests being answered above which further ones are turned away.",
                Bounds.DEFAULT::requests);
    }

    private void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).register(registry);
    }

    private Counter counter(Limit limit) {
        return limitsMet.withTag("limit", limit.label());
    }

    private Counter counter(Refusal refusal) {
        return refusals.withTag("reason", refusal.label());
    }

    /**
     * Instead of Micrometer's gauges of recent load, which read the control group's files for each scrape, take as long as
     * all others together and miss what happens between two scrapes; the machine's load is node_exporter's to tell.
     */
    private void processor() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            FunctionCounter.builder("process.cpu", system, bean -> bean.getProcessCpuTime() / NANOS_PER_SECOND)
                    .description("User and system time that the process has taken.")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    List<ExposedFamily> families() {
        return families.read();
    }

    /** Counts a publish that failed, so that what was shown before goes on being shown. */
    void publishFailed() {
        publishFailures().increment();
    }

    private Counter publishFailures() {
        return Counter.builder("ticrypt.exporter.publish.failures")
                .description("Publishes of what was polled that failed, so that the one before them stayed.")
                .register(registry);
    }

    /** Counts an answered request; who asked is not recorded. */
    @Override
    public void answered(FinishedRequest request) {
        requests.withTags(
                        "method", request.method(),
                        "uri", request.route(),
                        "status", Integer.toString(request.status()))
                .record(request.duration());
    }

    @Override
    public void met(Limit limit) {
        counter(limit).increment();
    }

    @Override
    public void refused(Refusal refusal) {
        counter(refusal).increment();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
