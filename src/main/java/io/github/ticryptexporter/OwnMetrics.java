package io.github.ticryptexporter;

import io.github.ticryptexporter.http.FinishedRequest;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;

/** What the daemon says of itself through Micrometer: its JVM, its process and the requests that it answers. */
final class OwnMetrics implements AutoCloseable {

    /** Meters whose names Prometheus's own linter refuses; others say the same. */
    private static final List<String> UNFIT_NAMES = List.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    void start() {
        UNFIT_NAMES.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        publishFailures();
    }

    List<ExposedFamily> families() {
        return OwnFamilies.of(registry.getPrometheusRegistry().scrape());
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
    void answered(FinishedRequest request) {
        Timer.builder("http.server.requests")
                .description("Requests that the exporter answered.")
                .tag("method", request.method())
                .tag("uri", request.route())
                .tag("status", Integer.toString(request.status()))
                .register(registry)
                .record(request.duration());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
