package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.RecordedLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by password or token, and what everybody else is told. */
final class AuthenticationTest {
    /** Of {@code correct horse}, at the least cost that there is. */
    private static final PasswordHash HORSE =
            new PasswordHash("$2y$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e");

    /** Of {@code pä:ss wörd}. */
    private static final PasswordHash UMLAUTS =
            new PasswordHash("$2b$05$abcdefghijklmnopqrstuu23EJfcCrZMhI9x8qqvxqUXQM1rjKkyS");

    private static final Authentication BOTH = new Authentication(
            Map.of("scraper", HORSE, "bärbel", UMLAUTS),
            Map.of(Path.of("scraper.token"), BearerToken.of("invented-token-0042")));

    private static final String SCRAPE = "GET /metrics HTTP/1.1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scraper:correct horse    | true
                    bärbel:pä:ss wörd        | true
                    scraper:correct horses   | false
                    scraper:                 | false
                    scraper                  | false
                    :correct horse           | false
                    nobody:correct horse     | false
                    bärbel:correct horse     | false
                    """)
    void aPasswordLetsItsUserIn(String pair, boolean isLetIn) {
        try (FakeExporter exporter = started(BOTH)) {
            String basic = basic(pair);
            assertEquals(isLetIn, isServed(exporter.answer(SCRAPE, basic)));
            assertEquals(isLetIn, isServed(exporter.answer(SCRAPE, basic)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bearer invented-token-0042                              | true
                    bearer invented-token-0042                              | true
                    BEARER   invented-token-0042                            | true
                    Bearer invented-token-004                               | false
                    Bearer invented-token-0042x                             | false
                    Bearer                                                  | false
                    basic c2NyYXBlcjpjb3JyZWN0IGhvcnNl                      | true
                    BASIC c2NyYXBlcjpjb3JyZWN0IGhvcnNl                      | true
                    Basic c2NyYXBlcjpjb3JyZWN0IGhvcnNl=                     | false
                    Basic c2NyYXBlcjpjb3JyZWN0!GhvcnNl                      | false
                    Basic c2NyYXBlcjpjb3JyZWN0IGhvcnNl c2NyYXBlcg==         | false
                    Digest username="scraper"                               | false
                    c2NyYXBlcjpjb3JyZWN0IGhvcnNl                            | false
                    invented-token-0042                                     | false
                    """)
    void aHeaderIsReadAsTheStandardSays(String header, boolean isLetIn) {
        try (FakeExporter exporter = started(BOTH)) {
            assertEquals(isLetIn, isServed(exporter.answer(SCRAPE, "Authorization: " + header)));
        }
    }

    @Test
    void twoHeadersOfWhichOneIsRightAreWrong() {
        try (FakeExporter exporter = started(BOTH)) {
            assertFalse(isServed(exporter.answer(
                    SCRAPE, "Authorization: Bearer invented-token-0042", "Authorization: Bearer another")));
        }
    }

    @Test
    void whoMayNotEnterIsToldHowHeMight() {
        try (FakeExporter exporter = started(BOTH)) {
            assertEquals("""
                    HTTP/1.1 401 Unauthorized
                    WWW-Authenticate: Basic realm="ticrypt-exporter", charset="UTF-8"
                    WWW-Authenticate: Bearer realm="ticrypt-exporter"
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 17
                    Connection: close

                    401 Unauthorized
                    """, exporter.answer(SCRAPE));
            assertEquals(List.of(Refusal.NO_CREDENTIALS), List.copyOf(exporter.refused));
        }
    }

    @Test
    void onlyWhatIsConfiguredIsAskedForAndTaken() {
        Authentication users = new Authentication(Map.of("scraper", HORSE), Map.of());
        Authentication tokens =
                new Authentication(Map.of(), Map.of(Path.of("scraper.token"), BearerToken.of("invented-token-0042")));
        try (FakeExporter byPassword = started(users);
                FakeExporter byToken = started(tokens)) {
            String basic = basic("scraper:correct horse");
            String bearer = "Authorization: Bearer invented-token-0042";
            assertTrue(isServed(byPassword.answer(SCRAPE, basic)));
            assertFalse(byPassword.answer(SCRAPE, bearer).contains("Bearer realm"));
            assertTrue(isServed(byToken.answer(SCRAPE, bearer)));
            assertFalse(byToken.answer(SCRAPE, basic).contains("Basic realm"));
            assertEquals(List.of(Refusal.WRONG_CREDENTIALS), List.copyOf(byToken.refused));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /", "GET /-/config", "POST /-/reload", "GET /made/up", "POST /metrics", "HEAD /metrics"})
    void nothingButHealthIsThereForStrangers(String request) {
        try (FakeExporter exporter = started(BOTH)) {
            assertTrue(exporter.answer(request + " HTTP/1.1").startsWith("HTTP/1.1 401 "));
            String answer = exporter.answer(request + " HTTP/1.1", basic("scraper:correct horse"));
            assertFalse(answer.startsWith("HTTP/1.1 401 "), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/-/healthy", "/-/ready"})
    void healthIsOpenToAll(String path) {
        try (FakeExporter exporter = started(BOTH)) {
            assertTrue(exporter.answer("GET " + path + " HTTP/1.1").startsWith("HTTP/1.1 200 "));
            assertTrue(exporter.answer("GET " + path + " HTTP/1.1", basic("nobody:knows"))
                    .startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void credentialsAreJudgedAnewOnEachRequestOfAConnection() throws IOException {
        try (FakeExporter exporter = started(BOTH);
                RawClient client = RawClient.connected(exporter.address())) {
            String scrape = SCRAPE + "\nHost: x\n" + basic("scraper:correct horse") + "\n\n";
            client.send(scrape);
            assertEquals("HTTP/1.1 200 OK", client.line());

            exporter.obey(FakeExporter.settings(security(new Authentication(Map.of("bärbel", UMLAUTS), Map.of()))));

            client.send(scrape.replace("\n\n", "\nConnection: close\n\n"));
            assertTrue(client.rest().contains("HTTP/1.1 401 Unauthorized"));
        }
    }

    @Test
    void neitherNameNorPasswordNorTokenIsLogged() {
        try (RecordedLog log = RecordedLog.of(Limits.class);
                FakeExporter exporter = started(BOTH)) {
            exporter.answer(SCRAPE);
            exporter.answer(SCRAPE, basic("mallory:guess-0042"));
            exporter.answer(SCRAPE, basic("mallory:guess-0043"));
            assertEquals(
                    List.of(
                            "a request came without credentials: it was turned away; from now on this is only counted",
                            "a request came with credentials that let nobody in: it was turned away;"
                                    + " from now on this is only counted"),
                    log.lines());
        }
    }

    @Test
    void theConfiguredHeadersAreOnEveryAnswer() {
        Map<String, String> headers = Map.of(
                "X-Frame-Options", "sameorigin",
                "Content-Security-Policy", "default-src 'self'",
                "Strict-Transport-Security", "max-age=31536000");
        WebSecurity security = new WebSecurity(null, BOTH, headers, null);
        try (FakeExporter exporter = FakeExporter.started(FakeExporter.settings(security))) {
            String in = "Authorization: Bearer invented-token-0042";
            List<String> answers = List.of(
                    exporter.answer(SCRAPE),
                    exporter.answer(SCRAPE, in),
                    exporter.answer("HEAD /metrics HTTP/1.1", in),
                    exporter.answer("GET / HTTP/1.1", in),
                    exporter.answer("GET /-/config HTTP/1.1", in),
                    exporter.answer("GET /-/healthy HTTP/1.1"),
                    exporter.answer("GET /made/up HTTP/1.1", in),
                    exporter.answer("POST /metrics HTTP/1.1", in),
                    exporter.answer("GET //metrics HTTP/1.1", in),
                    exporter.answer("nonsense"),
                    exporter.answer(SCRAPE, "X-Padding: " + "x".repeat(9_000)));
            exporter.metrics = request -> {
                throw new IllegalStateException("made up");
            };
            assertHeaders(exporter.answer(SCRAPE, in));
            answers.forEach(AuthenticationTest::assertHeaders);
        }
    }

    private static void assertHeaders(String answer) {
        for (String header : List.of(
                "X-Frame-Options: sameorigin",
                "Content-Security-Policy: default-src 'self'",
                "Strict-Transport-Security: max-age=31536000",
                "Content-Type: ")) {
            assertEquals(2, answer.split("\n" + header, -1).length, () -> header + " in\n" + answer);
        }
        assertFalse(answer.contains("Set-Cookie"), answer);
    }

    @Test
    void tooManyRequestsAreToldWhenToComeAgain() {
        WebSecurity security =
                new WebSecurity(null, Authentication.NONE, Map.of(), new RateLimit(Duration.ofMillis(2_500), 2));
        try (FakeExporter exporter = FakeExporter.started(FakeExporter.settings(security))) {
            assertTrue(isServed(exporter.answer(SCRAPE)));
            assertTrue(isServed(exporter.answer(SCRAPE)));
            assertEquals("""
                    HTTP/1.1 429 Too Many Requests
                    Retry-After: 3
                    Content-Type: text/plain;charset=utf-8
                    X-Content-Type-Options: nosniff
                    Content-Length: 22
                    Connection: close

                    429 Too Many Requests
                    """, exporter.answer(SCRAPE));
            assertTrue(exporter.answer("GET /-/healthy HTTP/1.1").startsWith("HTTP/1.1 200 "));
            exporter.obey(FakeExporter.settings(security));
            assertTrue(exporter.answer(SCRAPE).startsWith("HTTP/1.1 429 "));

            exporter.elapse(Duration.ofMillis(2_500));

            assertTrue(isServed(exporter.answer(SCRAPE)));
            assertTrue(exporter.answer(SCRAPE).startsWith("HTTP/1.1 429 "));
            assertEquals(List.of(Limit.RATE, Limit.RATE, Limit.RATE), List.copyOf(exporter.met));
        }
    }

    private static FakeExporter started(Authentication authentication) {
        return FakeExporter.started(FakeExporter.settings(security(authentication)));
    }

    private static WebSecurity security(Authentication authentication) {
        return new WebSecurity(null, authentication, Map.of(), null);
    }

    private static boolean isServed(String answer) {
        return answer.endsWith("\n\n" + FakeExporter.METRICS);
    }

    private static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
