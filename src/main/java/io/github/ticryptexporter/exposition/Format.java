package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An exposition format: how clients name it, what it calls itself, how families are written in it.
 *
 * <p>From the plainest, which is preferred where a client leaves the choice, to the richest, which is where it names
 * several alike. All carry the same samples under the same names: these are letters, digits and underscores, so that a
 * scraper has none of them escaped, whichever scheme it asks for.
 */
// Immutable all the same: the maps are unmodifiable, the bytes are never handed out, the writers hold no state.
@SuppressWarnings("ImmutableEnumChecker")
enum Format {
    TEXT_0_0_4(
            "text/plain",
            Map.of("version", Set.of("", "0.0.4")),
            "text/plain; version=0.0.4; charset=utf-8",
            TextWriter.TEXT,
            ""),
    /** Differs from 0.0.4 only where a name needs quotes. */
    TEXT_1_0_0(
            "text/plain",
            Map.of("version", Set.of("1.0.0")),
            "text/plain; version=1.0.0; charset=utf-8; escaping=underscores",
            TextWriter.TEXT,
            ""),
    /** Prometheus 2 offers 0.0.1 beside 1.0.0, a draft of the same; 1.0.0 is the answer to both. */
    OPENMETRICS_1_0_0(
            "application/openmetrics-text",
            Map.of("version", Set.of("", "1.0.0", "0.0.1")),
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            TextWriter.OPENMETRICS,
            "# EOF\n"),
    PROTOBUF(
            "application/vnd.google.protobuf",
            Map.of("proto", Set.of("io.prometheus.client.MetricFamily"), "encoding", Set.of("delimited")),
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited",
            new ProtobufWriter(),
            "");

    private static final int INITIAL_BYTES = 16 * 1024;

    private final String mediaType;
    /** Which values of a parameter of the media type mean this format; the empty one stands for none given. */
    private final Map<String, Set<String>> parameters;

    private final String contentType;
    private final FamilyWriter writer;
    private final byte[] end;

    Format(String mediaType, Map<String, Set<String>> parameters, String contentType, FamilyWriter writer, String end) {
        this.mediaType = mediaType;
        this.parameters = parameters;
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
            return namedByParameters(range);
        }
        if (range.value().equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
            return Precision.TYPE;
        }
        return range.value().equals("*/*") || range.value().equals("*") ? Precision.ANY : Precision.NONE;
    }

    private Precision namedByParameters(Preference range) {
        Precision precision = Precision.NAMED;
        for (Map.Entry<String, Set<String>> parameter : parameters.entrySet()) {
            String value = range.parameter(parameter.getKey());
            if (!parameter.getValue().contains(value)) {
                if (!value.isEmpty()) {
                    return Precision.NONE;
                }
                precision = Precision.MEDIA_TYPE;
            }
        }
        return precision;
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
        /** Without what tells it from others of its media type. */
        MEDIA_TYPE,
        NAMED
    }
}
