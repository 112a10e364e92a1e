package io.github.ticryptexporter.simulator;

import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what the web server refuses by itself; its own page would repeat the whole URL, and with it a token. */
final class PlainErrorHandler implements Request.Handler {
    private static final String BODY = "{\"message\":\"the request cannot be answered\"}";

    private final Supplier<String> date;

    PlainErrorHandler(Supplier<String> date) {
        this.date = date;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.DATE, date.get());
        Content.Sink.write(response, true, BODY, callback);
        return true;
    }
}
