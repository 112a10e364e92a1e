package io.github.ticryptexporter.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What a type logs while this is open, kept from the console. */
public final class RecordedLog extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level usual;

    private RecordedLog(Logger logger) {
        this.logger = logger;
        this.usual = logger.getLevel();
    }

    public static RecordedLog of(Class<?> type) {
        return of(Logger.getLogger(type.getName()));
    }

    /** What the whole exporter logs, debug lines included. */
    public static RecordedLog ofEverything() {
        RecordedLog log = of(Logger.getLogger("io.github.ticryptexporter"));
        log.logger.setLevel(Level.ALL);
        return log;
    }

    private static RecordedLog of(Logger logger) {
        RecordedLog log = new RecordedLog(logger);
        log.logger.addHandler(log);
        log.logger.setUseParentHandlers(false);
        return log;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.setLevel(usual);
        logger.setUseParentHandlers(true);
        logger.removeHandler(this);
    }
}
