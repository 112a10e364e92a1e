package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.List;
import java.util.Set;

/**
 * Picks families by {@code name[]}: by the name of their HELP and TYPE lines or by that of one of their samples, which
 * differ between the formats for counters and infos.
 */
record NameFilter(Set<String> names) {
    NameFilter {
        names = Set.copyOf(names);
    }

    MetricSnapshots select(MetricSnapshots families) {
        return new MetricSnapshots(families.stream().filter(this::wants).toList());
    }

    private boolean wants(MetricSnapshot family) {
        String name = family.getMetadata().getPrometheusName();
        return names.contains(name) || suffixes(family).stream().anyMatch(suffix -> names.contains(name + suffix));
    }

    private static List<String> suffixes(MetricSnapshot family) {
        if (family instanceof CounterSnapshot) {
            return List.of("_total");
        }
        if (family instanceof InfoSnapshot) {
            return List.of("_info");
        }
        if (family instanceof HistogramSnapshot) {
            return List.of("_bucket", "_count", "_sum");
        }
        return family instanceof SummarySnapshot ? List.of("_count", "_sum") : List.of();
    }
}
