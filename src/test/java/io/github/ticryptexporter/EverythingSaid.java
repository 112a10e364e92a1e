package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * All that this process says while it is open: the exporter's log at debug, what every logger of every library has to say
 * at its most talkative, both standard streams and the names of threads.
 */
final class EverythingSaid extends Handler implements AutoCloseable {

    /** Held, for a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger(""),
            Logger.getLogger("io.github.ticryptexporter"),
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("org.eclipse.jetty.http"),
            Logger.getLogger("io.javalin"),
            Logger.getLogger("jdk"));

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
    private final Queue<String> heldBack = new ConcurrentLinkedQueue<>();
    private final String marker;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private EverythingSaid(String marker) {
        this.marker = marker;
    }

    /** @param marker what a line has to have in it to be worth remembering, though it was not written */
    static EverythingSaid recorded(String marker) {
        EverythingSaid said = new EverythingSaid(marker);
        Logging.configure(new LogOptions(LogOptions.Level.DEBUG, LogOptions.Format.LOGFMT), said.log);
        LOGGERS.forEach(logger -> logger.setLevel(Level.ALL));
        Logger.getLogger("").addHandler(said);
        PrintStream both = new PrintStream(said.streams, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        return said;
    }

    /** What the exporter wrote, what went past its log, and the names of threads. */
    String said() {
        return log.toString(StandardCharsets.UTF_8) + streams.toString(StandardCharsets.UTF_8) + threads();
    }

    /** Whether a library had this in a line, which the exporter then held back. */
    boolean isHeldBack(String text) {
        return heldBack.stream().anyMatch(line -> line.contains(text));
    }

    private static String threads() {
        StringBuilder names = new StringBuilder();
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> names.append(thread.getName()).append('\n'));
        return names.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        String line = new SimpleFormatter().formatMessage(entry);
        if (line.contains(marker)) {
            heldBack.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        LOGGERS.forEach(logger -> logger.setLevel(null));
        try {
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
