package io.github.ticryptexporter.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One line of text for what Jetty turns away before a route sees it: bad request lines, oversized headers.
 *
 * <p>Jetty's own page repeats the request's address, and leaves some of these connections open.
 */
final class PlainErrors implements Request.Handler {
    private final InForce inForce;

    PlainErrors(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        inForce.rules().putHeaders(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Reply.TEXT);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, Failures.inWords(response.getStatus()) + "\n", callback);
        return true;
    }
}
