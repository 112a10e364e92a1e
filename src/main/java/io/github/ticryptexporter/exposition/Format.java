package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * An exposition format: how clients name it, what it calls itself, how families are written in it.
 *
 * <p>In order of preference when a client leaves the choice: the plainest first. Info metrics are gauges in the text
 * format, which knows no info, and {@code info} in OpenMetrics.
 */
// Immutable all the same: the sets are unmodifiable, the bytes are never handed out, the writers hold no state.
@SuppressWarnings("ImmutableEnumChecker")
enum Format {
    TEXT_0_0_4("text/plain", Set.of("", "0.0.4"), "text/plain; version=0.0.4; charset=utf-8", TextWriter.TEXT, ""),
    /** Prometheus 2 offers 0.0.1 beside 1.0.0, a draft of the same; 1.0.0 is the answer to both. */
    OPENMETRICS_1_0_0(
            "application/openmetrics-text",
            Set.of("", "1.0.0", "0.0.1"),
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            TextWriter.OPENMETRICS,
            "# EOF\n");

    private static final int INITIAL_BYTES = 16 * 1024;

    private final String mediaType;
    private final Set<String> versions;
    private final String contentType;
    private final FamilyWriter writer;
    private final byte[] end;

    Format(String mediaType, Set<String> versions, String contentType, FamilyWriter writer, String end) {
        this.mediaType = mediaType;
        this.versions = versions;
        this.contentType = contentType;
        this.writer = writer;
        this.end = end.getBytes(StandardCharsets.US_ASCII);
    }

    String contentType() {
        return contentType;
    }

    /** How exactly a media range of an Accept header names this format. */
    Precision namedBy(Preference range) {
        if (range.value().equals(mediaType)) {
            return versions.contains(range.parameter("version")) ? Precision.NAMED : Precision.NONE;
        }
        if (range.value().equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
            return Precision.TYPE;
        }
        return range.value().equals("*/*") || range.value().equals("*") ? Precision.ANY : Precision.NONE;
    }

    /** These families, to be followed by others of the same body. */
    void write(List<ExposedFamily> families, OutputStream out) throws IOException {
        writer.write(families, out);
    }

    /** These few families as the last of a body. */
    byte[] ending(List<ExposedFamily> families) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_BYTES);
        try {
            writer.write(families, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        out.writeBytes(end);
        return out.toByteArray();
    }

    /** How exactly a media range names a format, in the order of RFC 9110, section 12.5.1. */
    enum Precision {
        NONE,
        ANY,
        TYPE,
        NAMED
    }
}
