/**
 * The Helm chart, rendered by Helm's own library and judged: what it refuses, what each value changes, and whether Kubernetes
 * and the Prometheus Operator would take it.
 */
@NullMarked
package io.github.ticryptexporter.chart;

import org.jspecify.annotations.NullMarked;
