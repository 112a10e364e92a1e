/**
 * Thirteen weeks of a site, minute by minute, and what the alert rules make of them: nothing of a quiet quarter, and every
 * incident of one with forty.
 *
 * <p>A simulated site is read by the exporter, whose expositions become columns; {@code promtool} evaluates the shipped rules
 * over them, and the score says which alerts were right.
 */
@NullMarked
package io.github.ticryptexporter.rules.quarter;

import org.jspecify.annotations.NullMarked;
