package io.github.ticryptexporter.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request, and where its answer goes.
 *
 * @param callback ends the exchange, and is called once
 * @param rules those in force when the request came
 */
record Exchange(Request request, Response response, Callback callback, Rules rules) {

    /** Has a thread of the pool do the rest. */
    void later(Failures.Answer rest) {
        request.getContext().execute(() -> Failures.guard(this, rest));
    }
}
