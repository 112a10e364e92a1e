package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.LatencyHistogram;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A family and its rows in the model of the Prometheus client library. */
final class ModelSnapshots {

    private static final List<Unit> UNITS = List.of(Unit.SECONDS, Unit.BYTES, Unit.RATIO);

    private ModelSnapshots() {}

    /** The family with its rows; empty when there are none. */
    static Optional<MetricSnapshot> of(Family family, Rows rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (family.type()) {
                    case GAUGE ->
                        new GaugeSnapshot(
                                metadata(family, family.name()),
                                points(
                                        family,
                                        rows.samples(),
                                        (value, labels) -> new GaugeDataPointSnapshot(value, labels, null)));
                    case COUNTER ->
                        new CounterSnapshot(
                                metadata(family, without("_total", family)),
                                points(
                                        family,
                                        rows.samples(),
                                        (value, labels) -> new CounterDataPointSnapshot(value, labels, null, 0)));
                    case INFO ->
                        new InfoSnapshot(
                                metadata(family, without("_info", family)),
                                points(family, rows.samples(), (value, labels) -> new InfoDataPointSnapshot(labels)));
                    case HISTOGRAM ->
                        new HistogramSnapshot(
                                metadata(family, family.name()),
                                points(family, rows.histograms(), ModelSnapshots::histogram));
                });
    }

    private static HistogramDataPointSnapshot histogram(LatencyHistogram histogram, Labels labels) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        List<Double> bounds = LatencyHistogram.BOUNDS_SECONDS;
        for (int i = 0; i < bounds.size(); i++) {
            buckets.bucket(bounds.get(i), histogram.counts().get(i));
        }
        buckets.bucket(Double.POSITIVE_INFINITY, histogram.counts().get(bounds.size()));
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(buckets.build())
                .sum(histogram.sumSeconds())
                .labels(labels)
                .build();
    }

    private static MetricMetadata metadata(Family family, String name) {
        return new MetricMetadata(name, family.help(), unit(name));
    }

    private static @Nullable Unit unit(String name) {
        return UNITS.stream()
                .filter(unit -> name.endsWith("_" + unit))
                .findFirst()
                .orElse(null);
    }

    private static String without(String suffix, Family family) {
        String name = family.name();
        if (!name.endsWith(suffix)) {
            throw new IllegalStateException("expected " + name + " to end in " + suffix);
        }
        return name.substring(0, name.length() - suffix.length());
    }

    private static <V, P> List<P> points(Family family, Map<List<String>, V> rows, BiFunction<V, Labels, P> point) {
        String[] names = family.labels().toArray(String[]::new);
        return rows.entrySet().stream()
                .map(row -> point.apply(
                        row.getValue(), Labels.of(names, row.getKey().toArray(String[]::new))))
                .toList();
    }
}
