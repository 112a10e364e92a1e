package io.github.ticryptexporter.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A short answer, whole.
 *
 * <p>Written straight to the servlet's stream, where it goes through one: the router's own way would forget its length on
 * HEAD.
 */
record Reply(int status, String contentType, String body) {
    /** Without a space, as Jetty would spell it anyway. */
    static final String TEXT = "text/plain;charset=utf-8";

    static final HttpField NO_SNIFFING = new HttpField("X-Content-Type-Options", "nosniff");

    static Reply text(int status, String line) {
        return new Reply(status, TEXT, line + "\n");
    }

    /** The status and what it is called. */
    static Reply inWords(int status) {
        return text(status, Failures.inWords(status));
    }

    void send(Context ctx) throws IOException {
        send(ctx.res(), ctx.req().getMethod().equals("HEAD"));
    }

    void send(HttpServletResponse response, boolean withoutBody) throws IOException {
        byte[] bytes = bytes();
        response.setStatus(status);
        response.setHeader("Content-Type", contentType);
        response.setHeader(NO_SNIFFING.getName(), NO_SNIFFING.getValue());
        response.setContentLengthLong(bytes.length);
        if (!withoutBody) {
            response.getOutputStream().write(bytes);
        }
    }

    /** Without waiting for the reader. */
    void send(Exchange exchange) {
        byte[] bytes = bytes();
        HttpFields.Mutable headers = exchange.response().getHeaders();
        exchange.response().setStatus(status);
        headers.put(HttpHeader.CONTENT_TYPE, contentType);
        headers.put(NO_SNIFFING);
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        exchange.response().write(true, ByteBuffer.wrap(bytes), exchange.callback());
    }

    private byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
