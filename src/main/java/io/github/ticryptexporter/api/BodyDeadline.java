package io.github.ticryptexporter.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a body that is still being read when its time is up, which ends the reader's wait with an IOException. */
final class BodyDeadline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BodyDeadline.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, BodyDeadline::daemon);

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "api-deadline");
        thread.setDaemon(true);
        return thread;
    }

    Watch watch(InputStream body, Duration remaining) {
        timer.setRemoveOnCancelPolicy(true);
        return new Watch(body, remaining);
    }

    /** Takes no further body; a deadline that is still running is kept. */
    @Override
    public void close() {
        timer.shutdown();
    }

    /** The deadline of one body; closed when the body was read in time. */
    final class Watch implements AutoCloseable {
        private final InputStream body;
        private final Future<?> end;
        private volatile boolean expired;

        Watch(InputStream body, Duration remaining) {
            this.body = body;
            this.end = timer.schedule(this::expire, remaining.toNanos(), TimeUnit.NANOSECONDS);
        }

        boolean hasExpired() {
            return expired;
        }

        private void expire() {
            expired = true;
            try {
                body.close();
            } catch (IOException e) {
                LOG.debug("closing a body past its deadline: {}", e.getClass().getName());
            }
        }

        @Override
        public void close() {
            end.cancel(false);
        }
    }
}
