package io.github.ticryptexporter;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FamilyType;
import io.github.ticryptexporter.metrics.Rows;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The families of a Micrometer registry as they are exposed beside those of the fleet. */
final class OwnFamilies {

    private OwnFamilies() {}

    static List<ExposedFamily> of(MetricSnapshots registry) {
        return registry.stream()
                .filter(family -> !family.getDataPoints().isEmpty())
                .map(OwnFamilies::family)
                .toList();
    }

    private static ExposedFamily family(MetricSnapshot family) {
        FamilyType type = type(family);
        List<String> labels = labels(family);
        Rows rows = new Rows();
        family.getDataPoints().forEach(point -> add(point, labels, rows));
        String help = Objects.requireNonNullElse(family.getMetadata().getHelp(), "");
        return new ExposedFamily(name(family, type), type, help, labels, rows.samples());
    }

    private static FamilyType type(MetricSnapshot family) {
        if (family instanceof CounterSnapshot) {
            return FamilyType.COUNTER;
        }
        if (family instanceof InfoSnapshot) {
            return FamilyType.INFO;
        }
        if (family instanceof SummarySnapshot) {
            return FamilyType.SUMMARY;
        }
        if (family instanceof GaugeSnapshot) {
            return FamilyType.GAUGE;
        }
        throw new IllegalStateException(
                "no way to expose a " + family.getClass().getSimpleName());
    }

    private static String name(MetricSnapshot family, FamilyType type) {
        String name = family.getMetadata().getPrometheusName();
        return switch (type) {
            case COUNTER -> name + "_total";
            case INFO -> name + "_info";
            case GAUGE, HISTOGRAM, SUMMARY -> name;
        };
    }

    /** Those of the first sample: Micrometer refuses a meter of the same name with others. */
    private static List<String> labels(MetricSnapshot family) {
        return StreamSupport.stream(family.getDataPoints().get(0).getLabels().spliterator(), false)
                .map(Label::getName)
                .toList();
    }

    private static void add(DataPointSnapshot point, List<String> names, Rows rows) {
        String[] labels = names.stream()
                .map(name -> Objects.requireNonNullElse(point.getLabels().get(name), ""))
                .toArray(String[]::new);
        if (point instanceof GaugeDataPointSnapshot gauge) {
            rows.set(gauge.getValue(), labels);
        } else if (point instanceof CounterDataPointSnapshot counter) {
            rows.set(counter.getValue(), labels);
        } else if (point instanceof InfoDataPointSnapshot) {
            rows.set(1.0, labels);
        } else if (point instanceof SummaryDataPointSnapshot summary) {
            rows.set(Distribution.summary(summary.getCount(), summary.getSum()), labels);
        }
    }
}
