package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.testing.RecordedLog;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerRefusalsTest {
    private final FakeExporter exporter = FakeExporter.started();

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void anUnknownPathIsNotEchoed() {
        assertEquals(
                """
                HTTP/1.1 404 Not Found
                Content-Type: text/plain;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 14
                Connection: close

                404 Not Found
                """,
                exporter.answer("GET /<script>alert(1)</script> HTTP/1.1"
                        .replace("<", "%3C")
                        .replace(">", "%3E")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"})
    void aMethodThatARouteDoesNotTakeNamesThoseItTakes(String method) {
        assertEquals("""
                HTTP/1.1 405 Method Not Allowed
                Allow: GET, HEAD
                Content-Type: text/plain;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 23
                Connection: close

                405 Method Not Allowed
                """, exporter.answer(method + " /metrics HTTP/1.1", "Accept: text/html"));
    }

    @Test
    void aHandlerThatThrowsAnswersWithoutDetailsAndLogsOneLine() {
        exporter.metrics = request -> {
            throw new IllegalStateException("detail\nof the inside");
        };

        try (RecordedLog log = RecordedLog.of(Failures.class)) {
            assertEquals("""
                    HTTP/1.1 500 Server Error
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 17
                    Connection: close

                    500 Server Error
                    """, exporter.answer("GET /metrics HTTP/1.1"));
            assertEquals(List.of("a request failed: java.lang.IllegalStateException"), log.lines());
        }
    }

    @Test
    void anErrorInAHandlerIsAnsweredLikeAnException() {
        exporter.metrics = request -> {
            throw new AssertionError("detail");
        };

        try (RecordedLog log = RecordedLog.of(Failures.class)) {
            assertEquals("""
                    HTTP/1.1 500 Server Error
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 17
                    Connection: close

                    500 Server Error
                    """, exporter.answer("GET /metrics HTTP/1.1"));
            assertEquals(List.of("a request failed: java.lang.AssertionError"), log.lines());
        }
    }

    @Test
    void aRequestWithALargeBodyIsTurnedAwayUnread() throws IOException {
        try (RawClient client = RawClient.connected(exporter.address())) {
            client.send("GET /metrics HTTP/1.1\nHost: x\nContent-Length: 1025\n\n");

            assertEquals("""
                    HTTP/1.1 413 Payload Too Large
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 22
                    Connection: close

                    413 Payload Too Large
                    """, client.rest());
        }
    }

    @Test
    void oversizedHeadersAreTurnedAwayInPlainText() {
        assertEquals("""
                HTTP/1.1 431 Request Header Fields Too Large
                Content-Type: text/plain;charset=utf-8
                Content-Length: 36
                Connection: close

                431 Request Header Fields Too Large
                """, exporter.answer("GET /metrics HTTP/1.1", "X-Padding: " + "x".repeat(8 * 1024)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//metrics", "/%2e%2e/metrics", "/-%2fhealthy", "/%zz"})
    void ambiguousPathsNeverReachARoute(String path) {
        String answer = exporter.answer("GET " + path + " HTTP/1.1");

        assertEquals("""
                HTTP/1.1 400 Bad Request
                Content-Type: text/plain;charset=utf-8
                Content-Length: 16
                Connection: close

                400 Bad Request
                """, answer);
    }

    @Test
    void aWebSocketHandshakeIsARequestLikeAnyOtherAndOpensNoSession() {
        assertEquals(
                exporter.answer("GET /metrics HTTP/1.1"),
                exporter.answer(
                        "GET /metrics HTTP/1.1",
                        "Sec-WebSocket-Key: dGhlIG1hZGUtdXAgMDA0Mg==",
                        "Sec-WebSocket-Version: 13"));
    }

    @Test
    void nothingNamesTheServer() {
        assertFalse(exporter.answer("GET / HTTP/1.1").contains("\nServer:"));
    }
}
