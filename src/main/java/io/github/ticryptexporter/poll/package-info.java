/**
 * What is due, in which order, and what to publish after each attempt and each expiry.
 *
 * <p>Two threads: one reads, a single request at a time; the other publishes, so that stale data goes even while a
 * request hangs. They share one lock around the current {@code FleetSnapshot}, held for
 * the swap alone. The fleet's schedule and clock exist here only.
 */
@NullMarked
package io.github.ticryptexporter.poll;

import org.jspecify.annotations.NullMarked;
