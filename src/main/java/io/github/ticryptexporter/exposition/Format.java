package io.github.ticryptexporter.exposition;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;

/**
 * An exposition format: how clients name it, what it calls itself, how families are written in it.
 *
 * <p>In order of preference when a client leaves the choice: the plainest first. Info metrics are gauges in the text
 * format, which knows no info, and {@code info} in OpenMetrics.
 */
// Immutable all the same: the sets are unmodifiable and the writers hold no state.
@SuppressWarnings("ImmutableEnumChecker")
enum Format {
    TEXT_0_0_4(
            "text/plain",
            Set.of("", "0.0.4"),
            "text/plain; version=0.0.4; charset=utf-8",
            PrometheusTextFormatWriter.create(),
            ""),
    /** Prometheus 2 offers 0.0.1 beside 1.0.0, a draft of the same; 1.0.0 is the answer to both. */
    OPENMETRICS_1_0_0(
            "application/openmetrics-text",
            Set.of("", "1.0.0", "0.0.1"),
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            OpenMetricsTextFormatWriter.create(),
            "# EOF\n");

    private final String mediaType;
    private final Set<String> versions;
    private final String contentType;
    private final ExpositionFormatWriter writer;
    private final String end;

    Format(String mediaType, Set<String> versions, String contentType, ExpositionFormatWriter writer, String end) {
        this.mediaType = mediaType;
        this.versions = versions;
        this.contentType = contentType;
        this.writer = writer;
        this.end = end;
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
    byte[] write(MetricSnapshots families) {
        return written(families).withoutLast(end.length());
    }

    /** These families as the last of a body. */
    byte[] writeLast(MetricSnapshots families) {
        return written(families).withoutLast(0);
    }

    private Buffer written(MetricSnapshots families) {
        Buffer buffer = new Buffer();
        try {
            writer.write(buffer, families);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return buffer;
    }

    /** How exactly a media range names a format, in the order of RFC 9110, section 12.5.1. */
    enum Precision {
        NONE,
        ANY,
        TYPE,
        NAMED
    }

    /** Copies what was written once, not once for the array and again for the cut. */
    private static final class Buffer extends ByteArrayOutputStream {
        private static final int INITIAL_BYTES = 16 * 1024;

        Buffer() {
            super(INITIAL_BYTES);
        }

        byte[] withoutLast(int bytes) {
            return Arrays.copyOf(buf, count - bytes);
        }
    }
}
