package io.github.ticryptexporter;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sets up what SLF4J writes to: one line on standard error for each record. */
final class Logging {

    private static final String OURS = Logging.class.getPackageName();

    /** Their INFO tells how Jetty is built and when it starts, which our own start line says better. */
    private static final List<String> NOISY = List.of("org.eclipse.jetty", "io.javalin");

    /** They warn of each odd request in the words of the stranger that sent it. */
    private static final List<String> PARSERS = List.of("org.eclipse.jetty.http.", "org.eclipse.jetty.util.HostPort");

    /** Those whose level was set, since the platform forgets the level of a logger that nobody holds. */
    private static final List<Logger> HELD = new ArrayList<>();

    private Logging() {}

    /** Replaces whatever was set up before. */
    static void configure(LogOptions options) {
        configure(options, System.err);
    }

    static synchronized void configure(LogOptions options, OutputStream out) {
        Logger root = Logger.getLogger("");
        List.of(root.getHandlers()).forEach(root::removeHandler);
        HELD.forEach(logger -> logger.setLevel(null));
        HELD.clear();
        Level general = level(options.level());
        root.setLevel(general);
        NOISY.forEach(name -> set(name, general.intValue() > Level.WARNING.intValue() ? general : Level.WARNING));
        LogOptions.PACKAGES.forEach(name -> set(loggerOf(name), level(options.levelOf(name))));
        options.own().forEach((name, level) -> set(loggerOf(name), level(level)));
        root.addHandler(handler(options, out));
    }

    private static void set(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        HELD.add(logger);
    }

    /** @param name one of {@link LogOptions#PACKAGES}, or a library */
    private static String loggerOf(String name) {
        if (name.equals(LogOptions.EXPORTER)) {
            return OURS;
        }
        return LogOptions.PACKAGES.contains(name) ? OURS + "." + name : name;
    }

    private static Handler handler(LogOptions options, OutputStream out) {
        Handler handler = new LineHandler(out, new LineFormatter(options));
        handler.setFilter(Logging::isTold);
        return handler;
    }

    /** The debug lines of libraries show requests, credentials included, so nothing that is set anywhere lets them out. */
    private static boolean isTold(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        Level least = PARSERS.stream().anyMatch(logger::startsWith) ? Level.SEVERE : Level.INFO;
        return isOurs(logger) || record.getLevel().intValue() >= least.intValue();
    }

    /** Whether it is one of the exporter's own. */
    static boolean isOurs(String logger) {
        return logger.startsWith(OURS + ".");
    }

    /** The level that the options give to a logger. */
    static LogOptions.Level levelOf(String logger, LogOptions options) {
        if (!isOurs(logger)) {
            return options.level();
        }
        String below = logger.substring(OURS.length() + 1);
        int dot = below.indexOf('.');
        return options.levelOf(dot < 0 ? LogOptions.EXPORTER : below.substring(0, dot));
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
