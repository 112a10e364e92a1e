/**
 * Families to bytes once per publish, each format and encoding; and which of them a client wants.
 *
 * <p>Comes in: the fleet's families at each publish, and a supplier of the exporter's own, asked at each scrape. Goes
 * out: one {@link io.github.ticryptexporter.exposition.Body} per scrape. The fleet's bytes are shared by all scrapes of
 * a publish and never copied; only the exporter's own families, a few hundred lines, are written anew. The families are
 * forgotten once they are rendered.
 *
 * <p>{@code TextWriter} and {@code ProtobufWriter} write; {@code StrictReader} reads lines back, in tests and, where
 * {@link io.github.ticryptexporter.exposition.ExpositionSettings} say so, before each publish.
 *
 * <p>One thread publishes, any number scrape; they meet in a single reference.
 */
@NullMarked
package io.github.ticryptexporter.exposition;

import org.jspecify.annotations.NullMarked;
