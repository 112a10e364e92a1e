package io.github.ticryptexporter.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An exposition ready to be sent.
 *
 * @param contentEncoding empty where the body is sent as it is
 * @param length in bytes, as encoded
 * @param content writes exactly that many bytes
 */
public record MetricsBody(String contentType, String contentEncoding, long length, Content content) {

    /** Copies a body out. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
