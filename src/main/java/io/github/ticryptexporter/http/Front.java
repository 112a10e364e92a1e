package io.github.ticryptexporter.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What each request meets first: health, which is open to all; then the rate, the credentials and the bounds; then the
 * telemetry path or the router.
 *
 * <p>Runs on the thread that watches the connections, so nothing here waits; the router has threads of the pool, which are
 * more than the requests let in, so that health finds one.
 */
final class Front extends Handler.Wrapper {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final InForce inForce;
    private final Limits limits;
    private final Connections connections;
    private final Authenticator authenticator;
    private final Scrapes scrapes;
    private final Semaphore free;

    Front(InForce inForce, Limits limits, Connections connections, Authenticator authenticator, Scrapes scrapes) {
        this.inForce = inForce;
        this.limits = limits;
        this.connections = connections;
        this.authenticator = authenticator;
        this.scrapes = scrapes;
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
        exchange.rules().putHeaders(response.getHeaders());
        if (request.getLength() > 0) {
            limits.met(Limit.BODY_SIZE);
            refuseAndClose(exchange, Reply.inWords(HttpStatus.PAYLOAD_TOO_LARGE_413));
        } else if (Routes.HEALTH.contains(path(exchange))) {
            exchange.later(() -> route(exchange));
        } else {
            Failures.guard(exchange, () -> limitRate(exchange));
        }
        return true;
    }

    private void limitRate(Exchange exchange) {
        RateLimiter rate = exchange.rules().rate();
        Duration wait = rate == null ? Duration.ZERO : rate.take();
        if (wait.isZero()) {
            authenticate(exchange);
        } else {
            limits.met(Limit.RATE);
            refuseForNow(exchange, wait, Reply.inWords(HttpStatus.TOO_MANY_REQUESTS_429));
        }
    }

    private void authenticate(Exchange exchange) {
        if (ListeningSocket.isLeftBy(exchange.request()) || !Protocols.suit(exchange.rules(), exchange.request())) {
            limits.refused(Refusal.CONNECTION);
            refuseAndClose(
                    exchange,
                    Reply.text(HttpStatus.SERVICE_UNAVAILABLE_503, "the configuration has changed: connect again"));
        } else {
            authenticator.judge(
                    exchange.rules().authentication(),
                    exchange.request(),
                    verdict -> Failures.guard(exchange, () -> obey(verdict, exchange)));
        }
    }

    private void obey(Verdict verdict, Exchange exchange) {
        switch (verdict) {
            case WELCOME -> admit(exchange);
            case NO_CREDENTIALS -> challenge(exchange, Refusal.NO_CREDENTIALS);
            case WRONG_CREDENTIALS -> challenge(exchange, Refusal.WRONG_CREDENTIALS);
            case UNDECIDED -> {
                limits.met(Limit.PASSWORD_CHECKS);
                refuseForNow(
                        exchange,
                        SECOND,
                        Reply.text(
                                HttpStatus.SERVICE_UNAVAILABLE_503,
                                "too many passwords wait to be checked: try again in a second"));
            }
        }
    }

    private void challenge(Exchange exchange, Refusal refusal) {
        limits.refused(refusal);
        exchange.rules().challenges().forEach(exchange.response().getHeaders()::add);
        Reply.inWords(HttpStatus.UNAUTHORIZED_401).send(exchange);
    }

    private void admit(Exchange exchange) {
        connections.known(exchange.request());
        if (free.tryAcquire()) {
            Request.addCompletionListener(exchange.request(), failure -> free.release());
            answer(exchange);
        } else {
            limits.met(Limit.REQUESTS);
            refuseForNow(
                    exchange,
                    SECOND,
                    Reply.text(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            limits.bounds().requests()
                                    + " requests are being answered, which is the limit: try again in a second"));
        }
    }

    private void answer(Exchange exchange) {
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

    private static void refuseForNow(Exchange exchange, Duration wait, Reply reply) {
        long seconds = wait.plus(SECOND).minusNanos(1).toSeconds();
        exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, seconds);
        reply.send(exchange);
    }

    private static void refuseAndClose(Exchange exchange, Reply reply) {
        exchange.response().getHeaders().put(HttpHeader.CONNECTION, "close");
        reply.send(exchange);
    }
}
