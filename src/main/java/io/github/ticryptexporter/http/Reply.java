package io.github.ticryptexporter.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A whole answer, of a length known beforehand.
 *
 * <p>Written straight to the servlet's stream: the router's own way would copy it once more and would forget its length
 * on HEAD.
 */
record Reply(int status, String contentType, long length, MetricsBody.Content content) {
    /** Without a space, as Jetty would spell it anyway. */
    static final String TEXT = "text/plain;charset=utf-8";

    static Reply of(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, contentType, bytes.length, out -> out.write(bytes));
    }

    static Reply text(int status, String line) {
        return of(status, TEXT, line + "\n");
    }

    void send(Context ctx) throws IOException {
        send(ctx.res(), isHead(ctx.req()));
    }

    void send(HttpServletResponse response, boolean withoutBody) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", contentType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLengthLong(length);
        if (!withoutBody) {
            content.writeTo(response.getOutputStream());
        }
    }

    private static boolean isHead(HttpServletRequest request) {
        return request.getMethod().equals("HEAD");
    }
}
