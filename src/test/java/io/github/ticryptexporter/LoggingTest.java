package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.cli.LogOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
    void aPackageMayHaveALevelOfItsOwn() {
        configure(LogOptions.Level.WARN, Map.of("poll", LogOptions.Level.DEBUG, "api", LogOptions.Level.ERROR));
        everyLevel("io.github.ticryptexporter.poll.Poller");
        everyLevel("io.github.ticryptexporter.api.Attempt");
        everyLevel("io.github.ticryptexporter.http.Limits");
        assertEquals("""
                ts=TIME level=debug logger=Poller msg="a detail"
                ts=TIME level=info logger=Poller msg="a fact"
                ts=TIME level=warn logger=Poller msg="a warning"
                ts=TIME level=error logger=Poller msg="an error"
                ts=TIME level=error logger=Attempt msg="an error"
                ts=TIME level=warn logger=Limits msg="a warning"
                ts=TIME level=error logger=Limits msg="an error"
                """, lines());
    }

    @Test
    void theRootPackageIsNoParentOfTheOthers() {
        configure(LogOptions.Level.ERROR, Map.of(LogOptions.EXPORTER, LogOptions.Level.INFO));
        everyLevel("io.github.ticryptexporter.Exporter");
        everyLevel("io.github.ticryptexporter.poll.Poller");
        assertEquals("""
                ts=TIME level=info logger=Exporter msg="a fact"
                ts=TIME level=warn logger=Exporter msg="a warning"
                ts=TIME level=error logger=Exporter msg="an error"
                ts=TIME level=error logger=Poller msg="an error"
                """, lines());
    }

    @Test
    void aLibraryMayTellItsNews() {
        configure(LogOptions.Level.ERROR, Map.of("org.eclipse.jetty", LogOptions.Level.INFO));
        everyLevel("org.eclipse.jetty.server.Server");
        everyLevel("io.javalin.Javalin");
        assertEquals("""
                ts=TIME level=info logger=Server msg="a fact"
                ts=TIME level=warn logger=Server msg="a warning"
                ts=TIME level=error logger=Server msg="an error"
                ts=TIME level=error logger=Javalin msg="an error"
                """, lines());
    }

    @Test
    void theDebugLinesOfALibraryStayInsideWhateverSetsThemFree() {
        configure(LogOptions.Level.DEBUG);
        Logger parser = Logger.getLogger("org.eclipse.jetty.http.HttpParser");
        Logger connection = Logger.getLogger("org.eclipse.jetty.io.SocketChannelEndPoint");
        for (Logger logger : List.of(parser, connection)) {
            logger.setLevel(Level.ALL);
            logger.fine("FIELD(Authorization: Basic aW52ZW50ZWQ=)");
            logger.info("a fact");
            logger.severe("an error");
            logger.setLevel(null);
        }
        assertEquals("""
                ts=TIME level=error logger=HttpParser msg="an error"
                ts=TIME level=info logger=SocketChannelEndPoint msg="a fact"
                ts=TIME level=error logger=SocketChannelEndPoint msg="an error"
                """, lines());
    }

    @Test
    void aStackIsShownForThePackageThatIsDebuggedAlone() {
        configure(LogOptions.Level.INFO, Map.of("poll", LogOptions.Level.DEBUG));
        IllegalStateException thrown = new IllegalStateException("told to fail");
        LoggerFactory.getLogger("io.github.ticryptexporter.http.Limits").warn("met", thrown);
        LoggerFactory.getLogger("io.github.ticryptexporter.poll.Poller").warn("met", thrown);
        List<String> lines = lines().lines().toList();
        assertEquals(
                "ts=TIME level=warn logger=Limits msg=\"met\" err=\"java.lang.IllegalStateException: told to fail\"",
                lines.get(0));
        assertTrue(
                lines.get(1).contains("\" stack=\"java.lang.IllegalStateException: told to fail\\n\\tat "),
                lines.get(1));
    }

    @Test
    void equalLinesBeyondTheFirstFewAreLeftOut() {
        configure(LogOptions.Level.INFO);
        for (int i = 0; i < 20; i++) {
            LoggerFactory.getLogger("io.github.ticryptexporter.http.Failures").error("a request failed: X");
        }
        assertEquals("ts=TIME level=error logger=Failures msg=\"a request failed: X\"\n".repeat(5), lines());
    }

    @Test
    void aLibraryWarnsAFewTimesAMinuteWhateverItSays() {
        configure(LogOptions.Level.INFO);
        for (int i = 0; i < 20; i++) {
            LoggerFactory.getLogger("org.eclipse.jetty.server.Server").warn("stranger {}", i);
            LoggerFactory.getLogger("org.eclipse.jetty.util.HostPort").warn("Bad Authority: [{}]", i);
        }
        assertEquals(
                List.of("stranger 0", "stranger 1", "stranger 2", "stranger 3", "stranger 4"),
                lines().lines()
                        .map(line -> line.replaceFirst(".* msg=\"(.*)\"", "$1"))
                        .toList());
    }

    @Test
    void whatWasSetUpBeforeIsReplaced() {
        configure(LogOptions.Level.DEBUG, Map.of("java.util.prefs", LogOptions.Level.ERROR));
        configure(LogOptions.Level.INFO);
        configure(LogOptions.Level.INFO);
        LoggerFactory.getLogger("Poller").info("once");
        assertEquals("ts=TIME level=info logger=Poller msg=\"once\"\n", lines());
        assertEquals(1, Logger.getLogger("").getHandlers().length);
        assertEquals(Level.INFO, Logger.getLogger("").getLevel());
        assertNull(Logger.getLogger("java.util.prefs").getLevel());
    }

    private void configure(LogOptions.Level level) {
        configure(level, Map.of());
    }

    private void configure(LogOptions.Level level, Map<String, LogOptions.Level> own) {
        Logging.configure(new LogOptions(level, own, LogOptions.Format.LOGFMT), out);
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
