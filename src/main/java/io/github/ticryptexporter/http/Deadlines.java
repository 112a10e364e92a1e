package io.github.ticryptexporter.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which a step takes too long: the headers of a request to come, or an answer to go.
 *
 * <p>Jetty's idle timeout begins anew with each byte, so that one byte a second keeps a connection for ever.
 */
final class Deadlines implements Connection.Listener {
    private static final long PERIOD_MILLIS = 1_000;

    private final Limits limits;
    private final Bounds bounds;
    private final LongSupplier ticker;
    private final Map<Connection, Step> steps = new ConcurrentHashMap<>();

    /**
     * What a connection is at.
     *
     * @param limit what is met when it is not done in time
     */
    private record Step(Limit limit, long dueNanos) {}

    /** @param ticker nanoseconds that never go back */
    Deadlines(Limits limits, LongSupplier ticker) {
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
            if (now - step.dueNanos() > 0 && steps.remove(connection, step)) {
                limits.met(step.limit());
                connection.getEndPoint().close(new TimeoutException(step.limit().label()));
            }
        });
    }

    int connections() {
        return steps.size();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            steps.put(connection, waiting(0));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        steps.remove(connection);
    }

    /** The headers are there: the answer is due, and after it the next request. */
    void answering(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Step answer =
                new Step(Limit.ANSWER_TIME, ticker.getAsLong() + bounds.answer().toNanos());
        if (steps.replace(connection, answer) != null) {
            Request.addCompletionListener(
                    request,
                    failure -> steps.replace(
                            connection, answer, waiting(bounds.idle().toNanos())));
        }
    }

    private Step waiting(long idleNanos) {
        return new Step(
                Limit.REQUEST_TIME,
                ticker.getAsLong() + idleNanos + bounds.request().toNanos());
    }
}
