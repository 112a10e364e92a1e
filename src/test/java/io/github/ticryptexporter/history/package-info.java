/**
 * Weeks of a site, minute by minute: what goes on at a simulated site, what goes wrong, and what its exporter says of that to
 * whoever scrapes it.
 */
@NullMarked
package io.github.ticryptexporter.history;

import org.jspecify.annotations.NullMarked;
