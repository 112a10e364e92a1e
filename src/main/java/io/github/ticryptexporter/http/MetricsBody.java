package io.github.ticryptexporter.http;

import java.util.List;

/**
 * An exposition ready to be sent.
 *
 * @param contentEncoding empty where the body is sent as it is
 * @param parts the bytes as encoded, in order; never changed again, by nobody
 */
public record MetricsBody(String contentType, String contentEncoding, List<byte[]> parts) {
    public MetricsBody {
        parts = List.copyOf(parts);
    }

    /** In bytes, as encoded. */
    long length() {
        return parts.stream().mapToLong(part -> part.length).sum();
    }
}
