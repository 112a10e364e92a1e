package io.github.ticryptexporter;

import com.sun.management.OperatingSystemMXBean;
import io.github.ticryptexporter.http.FinishedRequest;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.micrometer.core.instrument.FunctionCounter;
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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** What the daemon says of itself through Micrometer: its JVM, its process and the requests that it answers. */
final class OwnMetrics implements AutoCloseable {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final OwnFamilies families = new OwnFamilies();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Meter.MeterProvider<Timer> requests = Timer.builder("http.server.requests")
            .description("Requests that the exporter answered.")
            .withRegistry(registry);

    void start() {
        registry.config().onMeterAdded(families::add);
        // Looks at every thread six times over, for each scrape.
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("jvm.threads.states"));
        collections.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        processor();
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

    /** Counts an answered request; who asked is not recorded. */
    void answered(FinishedRequest request) {
        requests.withTags(
                        "method", request.method(),
                        "uri", request.route(),
                        "status", Integer.toString(request.status()))
                .record(request.duration());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
