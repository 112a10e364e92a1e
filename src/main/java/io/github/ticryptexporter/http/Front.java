package io.github.ticryptexporter.http;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What each request meets first: the bounds, then the telemetry path or the router.
 *
 * <p>Runs on the thread that watches the connections, so nothing here waits; the router has threads of the pool, which are
 * more than the requests let in, so that health, which is let in always, finds one.
 */
final class Front extends Handler.Wrapper {
    private final InForce inForce;
    private final Scrapes scrapes;
    private final Limits limits;
    private final Connections connections;
    private final Semaphore free;

    Front(InForce inForce, Scrapes scrapes, Limits limits, Connections connections) {
        this.inForce = inForce;
        this.scrapes = scrapes;
        this.limits = limits;
        this.connections = connections;
        this.free = new Semaphore(limits.bounds().requests());
    }

    /** How many requests are being answered, those for health apart. */
    int requests() {
        return limits.bounds().requests() - free.availablePermits();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        connections.answering(request);
        Exchange exchange = new Exchange(request, response, callback, inForce.rules());
        if (request.getLength() > 0) {
            refuseBody(exchange);
        } else if (Routes.HEALTH.contains(path(exchange))) {
            exchange.later(() -> route(exchange));
        } else if (free.tryAcquire()) {
            Request.addCompletionListener(request, failure -> free.release());
            answer(exchange);
        } else {
            refuse(exchange);
        }
        return true;
    }

    private void answer(Exchange exchange) {
        connections.known(exchange.request());
        if (path(exchange).equals(exchange.rules().settings().telemetryPath())) {
            scrapes.answer(exchange);
        } else {
            exchange.later(() -> route(exchange));
        }
    }

    private static String path(Exchange exchange) {
        return Request.getPathInContext(exchange.request());
    }

    /** The router takes paths, which the one of {@code OPTIONS *} is not. */
    private void route(Exchange exchange) throws Exception {
        if (!super.handle(exchange.request(), exchange.response(), exchange.callback())) {
            Reply.inWords(HttpStatus.NOT_FOUND_404).send(exchange);
        }
    }

    private void refuseBody(Exchange exchange) {
        limits.met(Limit.BODY_SIZE);
        exchange.response().getHeaders().put(HttpHeader.CONNECTION, "close");
        Reply.inWords(HttpStatus.PAYLOAD_TOO_LARGE_413).send(exchange);
    }

    private void refuse(Exchange exchange) {
        limits.met(Limit.REQUESTS);
        exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        Reply.text(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        limits.bounds().requests()
                                + " requests are being answered, which is the limit: try again in a second")
                .send(exchange);
    }
}
