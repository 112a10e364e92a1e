package io.github.ticryptexporter.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounds, and what happens when one is met or somebody refused: the observer is told each time, the log once, or
 * strangers could fill it.
 */
final class Limits {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    private final Bounds bounds;
    private final HttpObserver observer;
    private final Set<Enum<?>> logged = ConcurrentHashMap.newKeySet();

    Limits(Bounds bounds, HttpObserver observer) {
        this.bounds = bounds;
        this.observer = observer;
    }

    Bounds bounds() {
        return bounds;
    }

    HttpObserver observer() {
        return observer;
    }

    void met(Limit limit) {
        observer.met(limit);
        log(limit, text(limit));
    }

    void refused(Refusal refusal) {
        observer.refused(refusal);
        log(refusal, text(refusal));
    }

    private void log(Enum<?> what, String text) {
        if (logged.add(what)) {
            LOG.warn("{}; from now on this is only counted", text);
        }
    }

    private String text(Limit limit) {
        return switch (limit) {
            case CONNECTIONS ->
                bounds.connections()
                        + " connections are open, which is the limit: the oldest without a request that was"
                        + " let in is closed for each further one";
            case REQUESTS ->
                bounds.requests() + " requests are being answered, which is the limit: one was turned away";
            case RATE -> "requests came faster than rate_limit allows: one was turned away";
            case PASSWORD_CHECKS ->
                PasswordChecks.WAITING + " passwords wait to be checked, or " + PasswordChecks.WAITING_OF_ONE_ADDRESS
                        + " of one address, which is the limit: one was turned away";
            case HEADER_SIZE ->
                "a request had more than " + Bounds.HEADER_BYTES + " bytes of headers: it was turned away";
            case BODY_SIZE -> "a request came with a body, which nothing here takes: it was turned away";
            case REQUEST_TIME ->
                "a request took more than " + bounds.request().toSeconds() + " s to arrive: its connection was closed";
            case ANSWER_TIME ->
                "an answer took more than " + bounds.answer().toSeconds()
                        + " s to be made and read: its connection was closed";
        };
    }

    private static String text(Refusal refusal) {
        return switch (refusal) {
            case NO_CREDENTIALS -> "a request came without credentials: it was turned away";
            case WRONG_CREDENTIALS -> "a request came with credentials that let nobody in: it was turned away";
            case HANDSHAKE -> "a client and the server did not agree on TLS: its connection was closed";
            case CONNECTION ->
                "a request came on a connection that was made before the web configuration changed, and would not be"
                        + " made now: it was turned away";
        };
    }
}
