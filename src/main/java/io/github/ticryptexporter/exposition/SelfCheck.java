package io.github.ticryptexporter.exposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads a body back as strictly as can be before it is published.
 *
 * <p>Bodies of lines alone: protobuf is written from the same families by code that tests compare with this.
 */
final class SelfCheck {

    /** What is rendered for the check where nobody asked for it: compressed, so that this is checked too. */
    static final Set<Variant> VARIANTS =
            Set.of(new Variant(Format.TEXT_0_0_4, Encoding.GZIP), new Variant(Format.OPENMETRICS_1_0_0, Encoding.GZIP));

    private SelfCheck() {}

    /** @throws DamagedExpositionException when the body must not be published */
    static void require(Variant variant, Body body) {
        switch (variant.format()) {
            case TEXT_0_0_4, TEXT_1_0_0 -> require(variant, body, LineGrammar.TEXT);
            case OPENMETRICS_1_0_0 -> require(variant, body, LineGrammar.OPENMETRICS);
            case PROTOBUF -> {}
        }
    }

    private static void require(Variant variant, Body body, LineGrammar grammar) {
        try (InputStream plain = plain(variant.encoding(), body.in())) {
            new StrictReader(grammar, sample -> {}).read(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(variant + " cannot be decompressed", e);
        }
    }

    private static InputStream plain(Encoding encoding, InputStream in) throws IOException {
        return switch (encoding) {
            case IDENTITY -> in;
            case GZIP -> new GZIPInputStream(in);
        };
    }
}
