package io.github.ticryptexporter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the files of the configuration every second, on the thread {@code config}; tests look themselves. */
final class ConfigWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);

    /** A change is taken over at the second look that sees it; the files are small. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    private final Runnable look;
    private final CountDownLatch closed = new CountDownLatch(1);

    ConfigWatch(Runnable look) {
        this.look = look;
    }

    /** Looks from now on, with this time between two looks. */
    void start(Duration period) {
        new Thread(() -> watch(period), "config").start();
    }

    private void watch(Duration period) {
        try {
            while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("config thread ends");
        }
    }

    /** Never throws, since that would end the watch. */
    private void look() {
        try {
            look.run();
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "a defect of the exporter while looking at the configuration: {}",
                    e.getClass().getName());
            LOG.debug("where it happened", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
