package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.Distribution;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Our families as the writers of Prometheus's own library for Java write them. */
final class ClientJava {
    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    private ClientJava() {}

    static byte[] written(Format format, List<ExposedFamily> families) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MetricSnapshots snapshots =
                new MetricSnapshots(families.stream().map(ClientJava::snapshot).toList());
        writer(format).write(out, snapshots);
        return out.toByteArray();
    }

    private static ExpositionFormatWriter writer(Format format) {
        return switch (format) {
            case TEXT_0_0_4, TEXT_1_0_0 -> FORMATS.getPrometheusTextFormatWriter();
            case OPENMETRICS_1_0_0 -> FORMATS.getOpenMetricsTextFormatWriter();
            case PROTOBUF -> FORMATS.getPrometheusProtobufWriter();
        };
    }

    private static MetricSnapshot snapshot(ExposedFamily family) {
        return switch (family.type()) {
            case GAUGE -> gauge(family);
            case COUNTER -> counter(family);
            case INFO -> info(family);
            case HISTOGRAM -> histogram(family);
            case SUMMARY -> summary(family);
        };
    }

    private static MetricSnapshot gauge(ExposedFamily family) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        rows(family)
                .forEach(row -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels(family, row))
                        .value(family.samples().value(row))
                        .build()));
        return gauge.build();
    }

    private static MetricSnapshot counter(ExposedFamily family) {
        CounterSnapshot.Builder counter =
                CounterSnapshot.builder().name(family.baseName()).help(family.help());
        rows(family)
                .forEach(row -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels(family, row))
                        .value(family.samples().value(row))
                        .build()));
        return counter.build();
    }

    private static MetricSnapshot info(ExposedFamily family) {
        InfoSnapshot.Builder info =
                InfoSnapshot.builder().name(family.baseName()).help(family.help());
        rows(family)
                .forEach(row -> info.dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder()
                        .labels(labels(family, row))
                        .build()));
        return info.build();
    }

    private static MetricSnapshot histogram(ExposedFamily family) {
        HistogramSnapshot.Builder histogram =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        rows(family)
                .forEach(row -> histogram.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                        .labels(labels(family, row))
                        .sum(family.samples().distribution(row).sum())
                        .classicHistogramBuckets(buckets(family.samples().distribution(row)))
                        .build()));
        return histogram.build();
    }

    private static ClassicHistogramBuckets buckets(Distribution distribution) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long before = 0;
        for (int i = 0; i < distribution.bounds().size(); i++) {
            long upToHere = distribution.cumulative().get(i);
            buckets.bucket(distribution.bounds().get(i), upToHere - before);
            before = upToHere;
        }
        return buckets.bucket(Double.POSITIVE_INFINITY, distribution.count() - before)
                .build();
    }

    private static MetricSnapshot summary(ExposedFamily family) {
        SummarySnapshot.Builder summary =
                SummarySnapshot.builder().name(family.name()).help(family.help());
        rows(family)
                .forEach(row -> summary.dataPoint(SummarySnapshot.SummaryDataPointSnapshot.builder()
                        .labels(labels(family, row))
                        .count(family.samples().distribution(row).count())
                        .sum(family.samples().distribution(row).sum())
                        .build()));
        return summary.build();
    }

    private static IntStream rows(ExposedFamily family) {
        return IntStream.range(0, family.samples().size());
    }

    private static Labels labels(ExposedFamily family, int row) {
        Labels.Builder labels = Labels.builder();
        for (int label = 0; label < family.labels().size(); label++) {
            labels.label(family.labels().get(label), family.samples().label(row, label));
        }
        return labels.build();
    }
}
