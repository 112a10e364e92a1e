package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What reaches standard error, through SLF4J and the platform's logging as in the product. */
class LoggingTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void restore() throws Exception {
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void aRecordIsOneLine() {
        configure(LogOptions.Level.INFO);
        LoggerFactory.getLogger("io.github.ticryptexporter.poll.Poller").info("drives: {} objects", 42);
        assertEquals("ts=TIME level=info logger=Poller msg=\"drives: 42 objects\"\n", lines());
    }

    @Test
    void theLevelIsTheLeastThatIsWritten() {
        configure(LogOptions.Level.WARN);
        everyLevel("io.github.ticryptexporter.poll.Poller");
        assertEquals("""
                ts=TIME level=warn logger=Poller msg="a warning"
                ts=TIME level=error logger=Poller msg="an error"
                """, lines());
    }

    @Test
    void debugShowsEverythingButTraces() {
        configure(LogOptions.Level.DEBUG);
        everyLevel("io.github.ticryptexporter.poll.Poller");
        assertEquals("""
                ts=TIME level=debug logger=Poller msg="a detail"
                ts=TIME level=info logger=Poller msg="a fact"
                ts=TIME level=warn logger=Poller msg="a warning"
                ts=TIME level=error logger=Poller msg="an error"
                """, lines());
    }

    @Test
    void theServersOwnNewsIsLeftOut() {
        configure(LogOptions.Level.DEBUG);
        everyLevel("org.eclipse.jetty.server.Server");
        everyLevel("io.javalin.Javalin");
        assertEquals("""
                ts=TIME level=warn logger=Server msg="a warning"
                ts=TIME level=error logger=Server msg="an error"
                ts=TIME level=warn logger=Javalin msg="a warning"
                ts=TIME level=error logger=Javalin msg="an error"
                """, lines());
    }

    @Test
    void theServersWarningsObeyTheLevelToo() {
        configure(LogOptions.Level.ERROR);
        everyLevel("org.eclipse.jetty.server.Server");
        assertEquals("ts=TIME level=error logger=Server msg=\"an error\"\n", lines());
    }

    @Test
    void whatWasSetUpBeforeIsReplaced() {
        configure(LogOptions.Level.INFO);
        configure(LogOptions.Level.INFO);
        LoggerFactory.getLogger("Poller").info("once");
        assertEquals("ts=TIME level=info logger=Poller msg=\"once\"\n", lines());
        assertEquals(1, Logger.getLogger("").getHandlers().length);
        assertEquals(Level.INFO, Logger.getLogger("").getLevel());
    }

    private void configure(LogOptions.Level level) {
        Logging.configure(new LogOptions(level, LogOptions.Format.LOGFMT), out);
    }

    private static void everyLevel(String name) {
        org.slf4j.Logger logger = LoggerFactory.getLogger(name);
        logger.trace("a trace");
        logger.debug("a detail");
        logger.info("a fact");
        logger.warn("a warning");
        logger.error("an error");
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8)
                .replaceAll("ts=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "ts=TIME");
    }
}
