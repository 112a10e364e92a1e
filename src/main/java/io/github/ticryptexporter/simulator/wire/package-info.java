/**
 * The objects that the REST API carries, transcribed one interface to one class from the API document: the same names, the
 * same order, the same optional fields; {@code MonoCloud...} and {@code Allthenticate...} from the samples in those
 * providers' documents. Nothing of the exporter is used here, so that a field misread there is not misread
 * here in the same way.
 *
 * <p>In and out: {@link io.github.ticryptexporter.simulator.SimulatedSite#edit} hands the {@link
 * io.github.ticryptexporter.simulator.wire.Fleet} to a test; the routes write it as JSON.
 *
 * <p>The classes are mutable and not safe for several threads: whoever touches them holds the site's lock, which {@code
 * edit} takes. Their collections are values: replace a list or a map, do not write into it, unless its field is final.
 * Optional fields are null when absent and then left out of the JSON. Times are epoch milliseconds, sizes bytes.
 */
@NullMarked
package io.github.ticryptexporter.simulator.wire;

import org.jspecify.annotations.NullMarked;
