package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets up what SLF4J writes to: one line on standard error for each record. */
final class Logging {

    /**
     * Their INFO tells how Jetty is built and when it starts, which our own start line says better. Held here because
     * the platform forgets the level of a logger that nobody holds.
     */
    private static final List<Logger> NOISY =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

    private Logging() {}

    /** Replaces whatever was set up before. */
    static void configure(LogOptions options) {
        configure(options, System.err);
    }

    static void configure(LogOptions options, OutputStream out) {
        Level level = level(options.level());
        Logger root = Logger.getLogger("");
        List.of(root.getHandlers()).forEach(root::removeHandler);
        root.setLevel(level);
        root.addHandler(handler(options, out));
        NOISY.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static Handler handler(LogOptions options, OutputStream out) {
        Handler handler = new LineHandler(out);
        handler.setFormatter(new LineFormatter(options));
        handler.setLevel(level(options.level()));
        return handler;
    }

    private static Level level(LogOptions.Level level) {
        return switch (level) {
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR -> Level.SEVERE;
        };
    }
}
