package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** SIGTERM while Prometheus is in the middle of a scrape. */
class StopIT {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    /** More than the system buffers for a slow reader. */
    private static final int BEYOND_BUFFERS = 5_000_000;

    @Test
    void theScrapeInFlightFinishesBeforeTheEnd() throws Exception {
        try (RunningProcess demo = Jar.demo("--scale=2", "--privacy.level=detailed");
                Socket slow = new Socket()) {
            Web exporter = Web.ofDemo(demo).awaitReady();
            Awaitility.await("a large exposition")
                    .atMost(RunningProcess.PATIENCE)
                    .until(() -> exporter.metrics().length() > BEYOND_BUFFERS);
            slow.setSoTimeout(TIMEOUT_MILLIS);
            slow.connect(new InetSocketAddress(
                    exporter.base().getHost(), exporter.base().getPort()));
            slow.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream answer = slow.getInputStream();
            int length = announced(answer);
            assertTrue(length > BEYOND_BUFFERS, () -> "only " + length + " bytes");

            demo.terminate();
            Awaitility.await().until(exporter::isRefused);

            assertTrue(demo.isAlive());
            assertEquals(length, answer.readNBytes(length).length, demo::err);
            assertEquals(0, demo.exitCode());
            assertTrue(demo.err().endsWith("msg=\"stopped\"\n"), demo.err());
        }
    }

    /** As a supervisor may that changes its mind at once. */
    @Test
    void aSignalThatComesDuringTheStartIsHeardAfterIt() throws Exception {
        try (RunningProcess demo = Jar.demo()) {
            demo.awaitErr("(serves /metrics)");

            demo.terminate();

            assertEquals(0, demo.exitCode(), demo::err);
            assertTrue(demo.err().endsWith("msg=\"stopped\"\n"), demo.err());
        }
    }

    /** Reads the head up to its empty line. */
    private static int announced(InputStream answer) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) answer.read());
        }
        Matcher length = LENGTH.matcher(head);
        assertTrue(length.find(), head::toString);
        return Integer.parseInt(length.group(1));
    }
}
