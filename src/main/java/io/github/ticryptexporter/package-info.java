/**
 * A Prometheus exporter for tiCrypt; this page is the map.
 *
 * <pre>
 * config --records--&gt; every package gets only its own settings, through constructors
 *
 * REST API --bytes--&gt; api --ApiResult--&gt; poll --FleetSnapshot--&gt; metrics --families--&gt; exposition --bytes--&gt; http
 *     ^                                                |            ^
 *     |                                              fleet --&gt; findings     (pure: facts; what follows from them)
 * simulator  (the same JSON on a loopback port)
 * </pre>
 *
 * <p>{@code tls} reads certificates and keys for {@code api} and {@code http}. {@code identity}, off by default, is the
 * sibling of {@code api} for identity providers. {@code status} makes a page for people of what {@code exposition} writes
 * for Prometheus.
 *
 * <p>The walk of one datum, a drive's capacity: bytes of {@code GET /api/drives}; {@code api.DriveParser} streams them
 * into a {@code fleet.DriveInfo}; {@code poll.SnapshotUpdate} joins it to the other readings in a new {@code
 * fleet.FleetSnapshot}; {@code metrics.DriveMetrics} sums it into one sample of {@code ticrypt_drives_capacity_bytes};
 * {@code exposition} writes the line; {@code http} copies it out. Only {@code DriveMetrics} knows the metric's name.
 *
 * <p>In this package: {@link io.github.ticryptexporter.Main} runs a command and knows the exit codes; {@code Exporter}
 * builds the daemon by hand, starts its parts in order and stops them in reverse; {@code Demo} puts it on a simulated
 * site; {@code OwnMetrics} is what Micrometer says of the JVM; {@code ConfigWatch} sees the configuration change and
 * {@code Reload} has it obeyed, which {@code Hangup} asks for too; {@code BudgetLog} tells of series that had to go; {@code Logging} sets up the one line per record.
 */
@NullMarked
package io.github.ticryptexporter;

import org.jspecify.annotations.NullMarked;
