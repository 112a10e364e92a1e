package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Samples;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.stream.IntStream;

/** Gauges in the model of the Prometheus client library: which most samples of a fleet are. */
final class ClientModel {

    private ClientModel() {}

    static boolean covers(ExposedFamily family) {
        return family.type() == FamilyType.GAUGE;
    }

    static MetricSnapshots of(List<ExposedFamily> gauges) {
        return new MetricSnapshots(
                gauges.stream().<MetricSnapshot>map(ClientModel::gauge).toList());
    }

    private static GaugeSnapshot gauge(ExposedFamily family) {
        Samples samples = family.samples();
        return new GaugeSnapshot(
                new MetricMetadata(family.name(), family.help()),
                IntStream.range(0, samples.size())
                        .mapToObj(row -> new GaugeDataPointSnapshot(samples.value(row), labels(family, row), null))
                        .toList());
    }

    private static Labels labels(ExposedFamily family, int row) {
        String[] names = family.labels().toArray(String[]::new);
        String[] values = IntStream.range(0, names.length)
                .mapToObj(label -> family.samples().label(row, label))
                .toArray(String[]::new);
        return Labels.of(names, values);
    }
}
