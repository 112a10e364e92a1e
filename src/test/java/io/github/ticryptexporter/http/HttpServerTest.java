package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {
    private final FakeExporter exporter = FakeExporter.started();

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void theTelemetryPathAnswersWithTheRespondersHeadersAndBytes() {
        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/plain; version=0.0.4; charset=utf-8
                Vary: Accept, Accept-Encoding
                X-Content-Type-Options: nosniff
                Content-Length: 13
                Connection: close

                ticrypt_up 1
                """, exporter.answer("GET /metrics HTTP/1.1"));
    }

    @Test
    void headHasTheLengthOfTheBodyThatGetWouldSend() {
        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/plain; version=0.0.4; charset=utf-8
                Vary: Accept, Accept-Encoding
                X-Content-Type-Options: nosniff
                Content-Length: 13
                Connection: close

                """, exporter.answer("HEAD /metrics HTTP/1.1"));
    }

    @Test
    void anEncodingIsNamed() {
        exporter.metrics = request -> new MetricsBody("text/plain", "gzip", List.of(new byte[] {1, 2, 3, 4}));

        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/plain
                Vary: Accept, Accept-Encoding
                Content-Encoding: gzip
                X-Content-Type-Options: nosniff
                Content-Length: 4
                Connection: close

                \u0001\u0002\u0003\u0004""", exporter.answer("GET /metrics HTTP/1.1"));
    }

    @Test
    void theResponderSeesEveryAcceptHeaderAndEveryName() {
        AtomicReference<MetricsRequest> seen = new AtomicReference<>();
        exporter.metrics = request -> {
            seen.set(request);
            return FakeExporter.body("");
        };

        exporter.answer(
                "GET /metrics?name[]=ticrypt_up&name%5B%5D=ticrypt_vms&name[]=ticrypt_up&other=x HTTP/1.1",
                "Accept: text/plain;q=0.5", "Accept: */*;q=0.1", "Accept-Encoding: gzip");

        assertEquals(
                new MetricsRequest("text/plain;q=0.5, */*;q=0.1", "gzip", Set.of("ticrypt_up", "ticrypt_vms")),
                seen.get());
    }

    @Test
    void headersThatWereNotSentAreEmpty() {
        AtomicReference<MetricsRequest> seen = new AtomicReference<>();
        exporter.metrics = request -> {
            seen.set(request);
            return FakeExporter.body("");
        };

        exporter.answer("GET /metrics HTTP/1.1");

        assertEquals(new MetricsRequest("", "", Set.of()), seen.get());
    }

    @Test
    void theLandingPageMayStyleItselfAndNothingElse() {
        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/html;charset=utf-8
                Content-Security-Policy: default-src 'none'; style-src 'sha256-42'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                X-Frame-Options: DENY
                Referrer-Policy: no-referrer
                Cache-Control: no-store
                X-Content-Type-Options: nosniff
                Content-Length: 47
                Connection: close

                <!doctype html><title>ticrypt-exporter</title>
                """, exporter.answer("GET / HTTP/1.1"));
    }

    @Test
    void theEffectiveConfigurationIsYaml() {
        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/yaml;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 45
                Connection: close

                ticrypt:
                  base-url: https://api.example.edu
                """, exporter.answer("GET /-/config HTTP/1.1"));
    }

    @Test
    void healthIsOneLineAndDoesNotWaitForReadiness() {
        exporter.ready = false;

        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/plain;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 8
                Connection: close

                healthy
                """, exporter.answer("GET /-/healthy HTTP/1.1"));
    }

    @Test
    void readinessFollowsWhatItIsTold() {
        exporter.ready = false;
        assertEquals("""
                HTTP/1.1 503 Service Unavailable
                Content-Type: text/plain;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 56
                Connection: close

                not ready: a source has neither answered nor failed yet
                """, exporter.answer("GET /-/ready HTTP/1.1"));

        exporter.ready = true;
        assertEquals("""
                HTTP/1.1 200 OK
                Content-Type: text/plain;charset=utf-8
                X-Content-Type-Options: nosniff
                Content-Length: 6
                Connection: close

                ready
                """, exporter.answer("GET /-/ready HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/", "/-/healthy", "/-/ready", "/-/config"})
    void headIsGetWithoutTheBody(String path) {
        String get = exporter.answer("GET " + path + " HTTP/1.1");
        String head = exporter.answer("HEAD " + path + " HTTP/1.1");

        assertEquals(get.substring(0, get.indexOf("\n\n") + 2), head);
    }

    @Test
    void theTelemetryPathCanBeMoved() {
        HttpSettings moved = new HttpSettings(
                FakeExporter.settings(FakeExporter.loopback()).listenAddresses(), "/site/metrics", false);
        try (FakeExporter elsewhere = FakeExporter.started(moved)) {
            assertEquals("HTTP/1.1 200 OK", status(elsewhere.answer("GET /site/metrics HTTP/1.1")));
            assertEquals("HTTP/1.1 404 Not Found", status(elsewhere.answer("GET /metrics HTTP/1.1")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /metrics?name[]=x,   GET,   /metrics,   200",
        "HEAD,   /,                   HEAD,  /,          200",
        "GET,    /-/ready,            GET,   /-/ready,   200",
        "POST,   /metrics,            POST,  /metrics,   405",
        "BREW,   /metrics,            other, /metrics,   405",
        "GET,    /made/up/0042,       GET,   other,      404",
        "OPTIONS, *,                  other, other,      404",
        "CONNECT, example.edu:443,    other, /,          400",
        "GET,    //metrics,           GET,   other,      400",
    })
    void finishedRequestsAreToldInClosedSets(String method, String path, String toldMethod, String route, int status) {
        exporter.answer(method + " " + path + " HTTP/1.1");

        Awaitility.await().until(() -> !exporter.finished.isEmpty());
        FinishedRequest told = exporter.finished.remove();
        assertEquals(new FinishedRequest(toldMethod, route, status, told.duration()), told);
        assertFalse(told.duration().isNegative());
        assertFalse(told.duration().compareTo(Duration.ofHours(1)) > 0);
    }

    private static String status(String answer) {
        return answer.lines().findFirst().orElse("");
    }
}
