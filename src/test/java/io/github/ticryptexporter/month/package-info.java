/**
 * A month of a site in a real Prometheus, and what the dashboards show of it.
 */
@NullMarked
package io.github.ticryptexporter.month;

import org.jspecify.annotations.NullMarked;
