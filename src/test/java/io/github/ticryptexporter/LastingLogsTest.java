package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.ByteArrayOutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LastingLogsTest {

    @Test
    void aResetAsAtShutdownTakesNeitherHandlerNorLevel() {
        LastingLogs logs = new LastingLogs();
        Logger logger = new Unregistered();
        Handler handler = new LineHandler(new ByteArrayOutputStream(), new LineFormatter(LogOptions.DEFAULT));
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
        logs.addLogger(logger);

        logs.reset();

        assertArrayEquals(new Handler[] {handler}, logger.getHandlers());
        assertEquals(Level.FINE, logger.getLevel());
    }

    /** A logger that no log manager knows yet. */
    private static final class Unregistered extends Logger {
        Unregistered() {
            super("a logger", null);
        }
    }
}
