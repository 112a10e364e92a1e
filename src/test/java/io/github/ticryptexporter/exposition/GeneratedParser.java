package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_35_0.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Protobuf as the classes read it that its compiler generated for client_java. */
final class GeneratedParser {

    private GeneratedParser() {}

    static List<Metrics.MetricFamily> families(byte[] body) throws IOException {
        List<Metrics.MetricFamily> families = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        for (Metrics.MetricFamily family = Metrics.MetricFamily.parseDelimitedFrom(in);
                family != null;
                family = Metrics.MetricFamily.parseDelimitedFrom(in)) {
            families.add(family);
        }
        return families;
    }

    static SeriesValues samples(byte[] body) throws IOException {
        SeriesValues all = new SeriesValues();
        for (Metrics.MetricFamily family : families(body)) {
            for (Metrics.Metric metric : family.getMetricList()) {
                add(family, metric, all);
            }
        }
        return all;
    }

    private static void add(Metrics.MetricFamily family, Metrics.Metric metric, SeriesValues all) {
        Map<String, String> labels = metric.getLabelList().stream()
                .collect(Collectors.toMap(Metrics.LabelPair::getName, Metrics.LabelPair::getValue));
        String name = family.getName();
        if (metric.hasTimestampMs() || !metric.getUnknownFields().asMap().isEmpty()) {
            throw new IllegalStateException(name + " has a timestamp, or fields that nobody knows");
        }
        switch (family.getType()) {
            case GAUGE -> all.add(name, labels, metric.getGauge().getValue());
            case COUNTER -> all.add(name, labels, metric.getCounter().getValue());
            case SUMMARY -> {
                all.add(name + "_count", labels, (double) metric.getSummary().getSampleCount());
                all.add(name + "_sum", labels, metric.getSummary().getSampleSum());
            }
            case HISTOGRAM -> add(name, labels, metric.getHistogram(), all);
            default -> throw new IllegalStateException("nothing here is a " + family.getType());
        }
    }

    private static void add(String name, Map<String, String> labels, Metrics.Histogram histogram, SeriesValues all) {
        double count = (double) histogram.getSampleCount();
        for (Metrics.Bucket bucket : histogram.getBucketList()) {
            if (!Double.isInfinite(bucket.getUpperBound())) {
                all.add(SeriesValues.bucket(name), SeriesValues.with(labels, bucket.getUpperBound()), (double)
                        bucket.getCumulativeCount());
            }
        }
        all.add(SeriesValues.bucket(name), SeriesValues.with(labels, Double.POSITIVE_INFINITY), count);
        all.add(name + "_count", labels, count);
        all.add(name + "_sum", labels, histogram.getSampleSum());
    }
}
