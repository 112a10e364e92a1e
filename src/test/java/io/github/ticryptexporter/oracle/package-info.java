/**
 * A second opinion: recomputes the exporter's fleet families from the raw JSON of the REST API, written from the metric
 * contract alone.
 *
 * <p>In: what a site answered ({@link io.github.ticryptexporter.oracle.RawSite}) and the settings that shape its metrics.
 * Out: every series that must be exposed, by its canonical name, and a readable difference to an exposition. Slow and
 * obvious on purpose, and without a line in common with the exporter, so that an error there shows as a difference here.
 * Where the contract leaves room, the most literal reading is taken and a comment that starts with "Ambiguous" says so.
 *
 * <p>Left out: all of section 1 but {@code ticrypt_unattributed} and {@code ticrypt_dangling_references}.
 *
 * <p>Everything here is immutable or confined to one call; nothing starts a thread of its own but the reader's client.
 */
@NullMarked
package io.github.ticryptexporter.oracle;

import org.jspecify.annotations.NullMarked;
