package io.github.ticryptexporter;

import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.InventoryFile;
import io.github.ticryptexporter.findings.HostEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the inventory's file every few seconds, on the thread {@code inventory}, and hands on what it holds when that
 * changes. What cannot be used is told once. Tests call {@link #look} themselves.
 */
final class InventoryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    /** Short against the minute that a mounted ConfigMap takes to change, long against reading a small file. */
    static final Duration PERIOD = Duration.ofSeconds(10);

    private final InventoryFile file;
    private final Consumer<List<HostEntry>> taken;
    private final Runnable refused;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param taken is given every host when the file changed and is good
     * @param refused is run when it changed and is not
     */
    InventoryWatch(InventoryFile file, Consumer<List<HostEntry>> taken, Runnable refused) {
        this.file = file;
        this.taken = taken;
        this.refused = refused;
    }

    /** Looks from now on, with this time between two looks. */
    void start(Duration period) {
        new Thread(() -> watch(period), "inventory").start();
    }

    private void watch(Duration period) {
        try {
            while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("inventory thread ends");
        }
    }

    /** Looks once; never throws, since that would end the watch. */
    synchronized void look() {
        try {
            file.look().ifPresent(this::take);
        } catch (InvalidConfigException e) {
            LOG.warn("the changed inventory is refused, and the one before stays in force");
            e.problems().forEach(problem -> LOG.warn("{}", problem));
            refused.run();
        } catch (RuntimeException e) {
            LOG.error("a defect of the exporter while reading the inventory; the one before stays in force", e);
        }
    }

    private void take(List<HostEntry> hosts) {
        LOG.info("inventory re-read: {} hosts", hosts.size());
        taken.accept(hosts);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
