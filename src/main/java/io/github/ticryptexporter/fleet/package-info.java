/**
 * The facts: what the API's objects say, normalised once, and the immutable snapshot that holds the latest of each.
 *
 * <p>Comes in: values that {@code api} has parsed. Goes out: {@code FleetSnapshot}. Pure data, safe for any thread. A
 * field that no record here names is never read from the wire, which makes this package the privacy filter too.
 */
@NullMarked
package io.github.ticryptexporter.fleet;

import org.jspecify.annotations.NullMarked;
