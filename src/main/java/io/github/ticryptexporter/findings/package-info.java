/**
 * What follows from one snapshot: where VMs sit, how quotas are used, whom things belong to, which accounts want care,
 * what the lists say against each other.
 *
 * <p>Pure functions of a {@code FleetSnapshot} and settings; no clock, no I/O, no state.
 */
@NullMarked
package io.github.ticryptexporter.findings;

import org.jspecify.annotations.NullMarked;
