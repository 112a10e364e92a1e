/**
 * The dashboards of {@code grafana}, written in Java and committed as JSON.
 *
 * <p>One class for each dashboard reads like its list of panels: {@link io.github.ticryptexporter.dashboards.Overview} is the
 * one to begin with. A {@code Dashboard} has rows of {@code Panel}s; a panel has queries and a {@code Look}, which is what
 * Grafana calls field configuration. Where panels lie, and their ids, are computed. Numbers come from the thresholds file
 * of the alerts by {@code Numbers}, colours from {@code Colour} and {@code States}.
 *
 * <p>After a change: {@code mvn test -Dtest=DashboardFilesTest -Dupdate.reference=true}, and read the diff. What dashboards have
 * to keep to is in the package {@code lint}, which sees the JSON alone.
 */
@NullMarked
package io.github.ticryptexporter.dashboards;

import org.jspecify.annotations.NullMarked;
