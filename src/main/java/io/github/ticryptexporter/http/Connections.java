package io.github.ticryptexporter.http;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The open connections: closes those on which a step takes too long, be it a handshake, the headers of a request or the
 * reading of an answer, and one for each that is too many.
 *
 * <p>Jetty's idle timeout begins anew with each byte, so that one byte a second keeps a connection for ever; and its limit
 * lets newcomers wait, so that a few strangers keep every scraper out.
 */
final class Connections implements Connection.Listener {
    private static final long PERIOD_MILLIS = 1_000;

    /** Strangers go before those who were let in, and the oldest first; then who has rested longest. */
    private static final Comparator<Step> FIRST_TO_GO = Comparator.comparing(Step::isKnown)
            .thenComparing(step -> step.limit() == Limit.ANSWER_TIME && step.isKnown())
            .thenComparingLong(step -> step.isKnown() ? step.dueNanos() : step.openedNanos());

    private final Limits limits;
    private final Bounds bounds;
    private final LongSupplier ticker;
    private final Map<Connection, Step> steps = new ConcurrentHashMap<>();

    /**
     * What a connection is at.
     *
     * @param limit what is met when it is not done in time
     * @param isKnown whether a request on it was let in
     */
    private record Step(Limit limit, long openedNanos, long dueNanos, boolean isKnown) {
        Step next(Limit other, long due) {
            return new Step(other, openedNanos, due, isKnown);
        }

        Step ofKnown() {
            return new Step(limit, openedNanos, dueNanos, true);
        }
    }

    /** @param ticker nanoseconds that never go back */
    Connections(Limits limits, LongSupplier ticker) {
        this.limits = limits;
        this.bounds = limits.bounds();
        this.ticker = ticker;
    }

    /** Closes what is overdue each second until the scheduler stops. */
    void watch(Scheduler scheduler) {
        scheduler.schedule(
                () -> {
                    watch(scheduler);
                    closeOverdue();
                },
                PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void closeOverdue() {
        long now = ticker.getAsLong();
        steps.forEach((connection, step) -> {
            if (now - step.dueNanos() > 0) {
                close(connection, step, step.limit());
            }
        });
    }

    int number() {
        return steps.size();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            long now = ticker.getAsLong();
            steps.put(
                    connection,
                    new Step(Limit.REQUEST_TIME, now, now + bounds.request().toNanos(), false));
            makeRoomFor(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        steps.remove(connection);
    }

    private void makeRoomFor(Connection newcomer) {
        while (steps.size() > bounds.connections()) {
            steps.entrySet().stream()
                    .filter(entry -> entry.getKey() != newcomer)
                    .min(Map.Entry.comparingByValue(FIRST_TO_GO))
                    .ifPresent(first -> close(first.getKey(), first.getValue(), Limit.CONNECTIONS));
        }
    }

    /** Beneath TLS, which would first say goodbye to whoever may not be reading. */
    private void close(Connection connection, Step step, Limit met) {
        if (steps.remove(connection, step)) {
            limits.met(met);
            EndPoint endPoint = connection.getEndPoint();
            EndPoint transport = endPoint instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : endPoint;
            transport.close(new TimeoutException(met.label()));
        }
    }

    /** The headers are there: the answer is due, and after it the next request. */
    void answering(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        move(connection, Limit.ANSWER_TIME, bounds.answer().toNanos());
        Request.addCompletionListener(
                request,
                failure -> move(
                        connection,
                        Limit.REQUEST_TIME,
                        bounds.idle().toNanos() + bounds.request().toNanos()));
    }

    /** A request on it was let in: it stays when strangers crowd. */
    void known(Request request) {
        steps.computeIfPresent(request.getConnectionMetaData().getConnection(), (connection, step) -> step.ofKnown());
    }

    private void move(Connection connection, Limit limit, long nanos) {
        long due = ticker.getAsLong() + nanos;
        steps.computeIfPresent(connection, (same, step) -> step.next(limit, due));
    }
}
