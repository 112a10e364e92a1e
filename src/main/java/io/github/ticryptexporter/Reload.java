package io.github.ticryptexporter;

import io.github.ticryptexporter.config.ConfigChanges;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.LoadedConfig;
import io.github.ticryptexporter.http.ListenException;
import io.github.ticryptexporter.http.Reloaded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again and has it obeyed: whole, or not at all. Asked by a signal, a changed file or a request, and
 * does one after the other; the log has a line for each change.
 */
final class Reload {

    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    /** Requests that wait hold up others; a file system that hangs may keep a reload for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final ConfigSource source;
    private final Exporter exporter;
    private LoadedConfig inForce;

    /** @param inForce what the source gave last and the exporter obeys */
    Reload(ConfigSource source, LoadedConfig inForce, Exporter exporter) {
        this.source = source;
        this.inForce = inForce;
        this.exporter = exporter;
    }

    /** Takes over what is written now if that is another than what was read last, be it good or bad. */
    void ifChanged() {
        if (lock.tryLock()) {
            try {
                if (source.hasChanged()) {
                    read("a file changed");
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Takes over what is written now.
     *
     * @param why in words, for the log
     */
    Reloaded now(String why) {
        if (!mayBegin()) {
            return new Reloaded(false, List.of("another reload is under way; try again"));
        }
        try {
            return read(why);
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBegin() {
        try {
            return lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reloaded read(String why) {
        try {
            return taken(why, source.load());
        } catch (InvalidConfigException e) {
            return refused(why, e.problems());
        } catch (ListenException e) {
            return refused(why, List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.debug("where it happened", e);
            return refused(
                    why, List.of("a defect of the exporter: " + e.getClass().getName() + "; please report it"));
        }
    }

    private Reloaded taken(String why, LoadedConfig next) {
        ConfigChanges changes = ConfigChanges.between(inForce, next);
        exporter.obey(next);
        LOG.info(
                "configuration reloaded since {}: {} change{}",
                why,
                changes.lines().size(),
                changes.lines().size() == 1 ? "" : "s");
        changes.lines().forEach(line -> LOG.info("reloaded: {}", line));
        next.warnings().stream()
                .filter(warning -> !inForce.warnings().contains(warning))
                .forEach(LOG::warn);
        inForce = next;
        return new Reloaded(true, changes.lines());
    }

    private Reloaded refused(String why, List<String> problems) {
        LOG.error("configuration refused when {}; the one before stays in force", why);
        problems.forEach(problem -> LOG.error("refused: {}", problem));
        exporter.noteRefusal();
        return new Reloaded(false, problems);
    }
}
