package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Small made-up families of each type that the exporter has. */
public final class Families {
    private Families() {}

    /** A gauge, a counter and an info. */
    public static MetricSnapshots ofAFleet() {
        return MetricSnapshots.of(
                GaugeSnapshot.builder()
                        .name("ticrypt_drives")
                        .help("Drives by state, as polled.")
                        .dataPoint(drives("Ready", 3))
                        .dataPoint(drives("ReadWrite", 0))
                        .build(),
                CounterSnapshot.builder()
                        .name("ticrypt_poll_failures")
                        .help("Failed attempts since the start.")
                        .dataPoint(CounterDataPointSnapshot.builder()
                                .labels(Labels.of("api", "drives", "reason", "timeout"))
                                .value(2)
                                .build())
                        .build(),
                InfoSnapshot.builder()
                        .name("ticrypt_team")
                        .help("Names of teams, as polled.")
                        .dataPoint(InfoDataPointSnapshot.builder()
                                .labels(Labels.of("name", "Te\"am\\-0042\né", "team", "t-0042"))
                                .build())
                        .build());
    }

    /** As many samples as asked for in each of two families, all with the value of this generation. */
    public static MetricSnapshots ofGeneration(int generation, int samples) {
        return MetricSnapshots.of(
                generation("ticrypt_first", generation, samples), generation("ticrypt_second", generation, samples));
    }

    /** What a registry says about the process. */
    public static MetricSnapshots ofTheExporter() {
        return MetricSnapshots.of(GaugeSnapshot.builder()
                .name("jvm_threads_live_threads")
                .help("Live threads.")
                .dataPoint(GaugeDataPointSnapshot.builder().value(17).build())
                .build());
    }

    private static GaugeSnapshot generation(String name, int generation, int samples) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help("The generation.");
        for (int i = 0; i < samples; i++) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("sample", Integer.toString(i)))
                    .value(generation)
                    .build());
        }
        return gauge.build();
    }

    private static GaugeDataPointSnapshot drives(String state, double value) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of("realm", "libvirt", "state", state))
                .value(value)
                .build();
    }
}
