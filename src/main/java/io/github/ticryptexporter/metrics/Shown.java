package io.github.ticryptexporter.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * What is exposed of one snapshot.
 *
 * @param families every family that has a row, by name
 * @param reduction what the series budget took away
 */
public record Shown(MetricSnapshots families, Reduction reduction) {}
