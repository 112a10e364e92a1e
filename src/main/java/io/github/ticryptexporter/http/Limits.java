package io.github.ticryptexporter.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bounds, and what happens when one is met: the observer is told each time, the log once, or strangers could fill it. */
final class Limits {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    private final Bounds bounds;
    private final HttpObserver observer;
    private final Set<Limit> logged = ConcurrentHashMap.newKeySet();

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
        if (logged.add(limit)) {
            LOG.warn("{}; from now on this is only counted", text(limit));
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
}
