package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --running} where something else answers. */
@ExtendWith(QuietLibraries.class)
class RunningCheckOfOthersTest {

    private static final String READY = """
            HTTP/1.1 200 OK
            Content-Length: 5

            ready""";

    private final CheckedSite site;

    RunningCheckOfOthersTest(@TempDir Path folder) throws IOException {
        site = CheckedSite.started(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!doctype html> | expected metrics of this exporter, but text, line 1: a line without its end
                    ''              | expected [ticrypt_up, ticrypt_last_success_timestamp_seconds, ticrypt_stale_after_seconds], but there is none
                    """)
    void whatIsNoExporterFails(String body, String why) throws Exception {
        assertEquals(
                why + "; check that --running is the address of a ticrypt-exporter",
                trouble("HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\n\n" + body));
    }

    @Test
    void whatIsNotThereFails() throws Exception {
        assertEquals(
                "expected 200, but was 404: check --running and web.telemetry-path",
                trouble("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n"));
    }

    @Test
    void halfAnAnswerFails() throws Exception {
        assertEquals(
                "the connection was lost before the end of the answer",
                trouble("HTTP/1.1 200 OK\nContent-Length: 9\n\n# HELP"));
    }

    @Test
    void anAnswerIsBoundedInSize() throws Exception {
        assertEquals(
                "expected at most 1048576 bytes, but there are more",
                trouble("HTTP/1.1 200 OK\nContent-Length: 2000000\n\n" + "x".repeat(2_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<HANG>", "HTTP/1.1 200 OK\nContent-Length: 9\n\n# H<HANG>"})
    void anAnswerIsBoundedInTime(String answer) throws Exception {
        site.configure(List.of("drive"), "300ms", "");
        assertEquals("no whole answer within 300 ms", trouble(answer));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        Map<String, String> answers =
                Map.of("/-/ready", "HTTP/1.1 302 Found\nLocation: /elsewhere\nContent-Length: 0\n\n", "else", READY);
        try (EchoingServer server = new EchoingServer(answers)) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/-/ready: expected 200, but was 302: no redirect is followed; check --running
                    exit 1
                    """, site.check("http", server.port()));
        }
    }

    /** What is said of a server that is ready, and gives this answer when it is asked for metrics. */
    private String trouble(String answer) throws Exception {
        try (EchoingServer server = new EchoingServer(Map.of("/-/ready", READY, "/metrics", answer))) {
            String printed = site.check("http", server.port());
            String before = "\nGET http://127.0.0.1:PORT/metrics?QUERY: ";
            assertTrue(printed.contains(before) && printed.endsWith("\nexit 1\n"), printed);
            return printed.substring(printed.indexOf(before) + before.length(), printed.indexOf("\nexit 1"));
        }
    }
}
