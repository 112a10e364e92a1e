package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with a status other than 200. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private static final String SECRETIVE = "{\"message\":\"" + Reads.PERSON + " used " + Reads.TOKEN + "\"}";

    private final SimulatedSite site = TestSite.started();

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                400; client_error;      ''
                401; unauthorized;      ': the token is wrong, expired or revoked; put a new one in'
                403; forbidden;         ': the token is not of the type that this route needs'
                404; not_found;         ': check ticrypt.base-url, its path prefix and the realm''s id'
                407; client_error;      ': the proxy asks for a password, which cannot be given; check ticrypt.proxy'
                418; client_error;      ''
                429; rate_limited;      ': the backend asks for fewer requests'
                499; client_error;      ''
                500; server_error;      ''
                502; server_error;      ''
                503; server_error;      ''
                599; server_error;      ''
                201; unexpected_status; ''
                206; unexpected_status; ''
                300; unexpected_status; ''
                """)
    void eachStatusHasItsReasonAndItsMend(int status, String reason, String mend) throws Exception {
        spoil(Fault.none().withStatus(status).withBody(SECRETIVE));

        assertEquals(
                reason + ": GET /api/drives: expected 200, but was " + status + mend,
                Reads.from(site.uri()).outcome());
    }

    @Test
    void aWrongTokenIsUnauthorizedAndOneOfAnotherTypeForbidden() throws Exception {
        site.heal();

        assertEquals(
                "unauthorized: GET /api/drives: expected 200, but was 401:"
                        + " the token is wrong, expired or revoked; put a new one in",
                Reads.from(site.uri()).outcome());
        TokenSource vmToken = new TokenSource.Value(new Secret(site.tokens().getOrDefault("vm", "missing")));
        assertEquals(
                "forbidden: GET /api/drives: expected 200, but was 403:"
                        + " the token is not of the type that this route needs",
                Reads.from(site.uri()).with(Map.of(TokenKind.DRIVE, vmToken)).outcome());
    }

    @Test
    void anAnswerWithoutContentIsNoAnswer() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending("HTTP/1.1 204 No Content\r\n\r\n", Then.GO_ON)) {
            assertEquals(
                    "unexpected_status: GET /api/drives: expected 200, but was 204",
                    Reads.from(server.uri()).outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndItsTargetSeesNoRequest(int status) throws Exception {
        try (ScriptedServer elsewhere = ScriptedServer.silent()) {
            spoil(Fault.none().withStatus(status).withHeader("Location", elsewhere.uri() + "/api/drives"));

            assertEquals(
                    "unexpected_status: GET /api/drives: expected 200, but was " + status
                            + ": no redirect is followed; check ticrypt.base-url, its scheme and its path prefix",
                    Reads.from(site.uri()).outcome());
            assertEquals(0, elsewhere.connections());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                7;                               PT7S
                0;                               PT0S
                ' 90 ';                          PT1M30S
                12345678901234567890;            PT596523H14M7S
                Sun, 01 Mar 2026 12:02:00 GMT;   PT2M
                Sun, 01 Mar 2026 11:00:00 GMT;   PT0S
                """)
    void aBackendThatAsksToBeLeftAloneIsHeard(String retryAfter, Duration wait) throws Exception {
        spoil(Fault.none().withStatus(429).withHeader("Retry-After", retryAfter));

        assertEquals(Optional.of(wait), failed().retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "Sun, 99 Mar 2026 12:02:00 GMT"})
    void aWaitThatCannotBeReadCountsAsNotAskedFor(String retryAfter) throws Exception {
        spoil(Fault.none().withStatus(429).withHeader("Retry-After", retryAfter));

        assertEquals(Optional.empty(), failed().retryAfter());
    }

    @Test
    void anyRefusalMayAskForAWait() throws Exception {
        spoil(Fault.none().withStatus(503).withHeader("Retry-After", "120"));

        assertEquals(Optional.of(Duration.ofMinutes(2)), failed().retryAfter());
    }

    @Test
    void aDateToWaitForIsReadOnTheClockOfTheBackendThatSetIt() throws Exception {
        spoil(Fault.none()
                .withStatus(429)
                .withHeader("Date", "Sun, 01 Mar 2026 18:00:00 GMT")
                .withHeader("Retry-After", "Sun, 01 Mar 2026 18:00:30 GMT"));

        assertEquals(Optional.of(Duration.ofSeconds(30)), failed().retryAfter());
    }

    @Test
    void aRefusalWhoseBodyBreaksOffIsStillThatRefusal() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(
                "HTTP/1.1 401 Unauthorized\r\nContent-Length: 100\r\n\r\n" + SECRETIVE, Then.CLOSE)) {
            assertEquals(
                    "unauthorized: GET /api/drives: expected 200, but was 401:"
                            + " the token is wrong, expired or revoked; put a new one in",
                    Reads.from(server.uri()).outcome());
        }
    }

    @Test
    void aRefusalWhoseBodyHangsRunsIntoTheDeadline() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(
                "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 100\r\n\r\n" + SECRETIVE, Then.HANG)) {
            assertEquals(
                    "timeout: GET /api/drives: no whole answer within 200 ms",
                    Reads.from(server.uri()).within(Duration.ofMillis(200)).outcome());
        }
    }

    @Test
    void aRefusalOfAnyLengthIsNotReadToItsEnd() throws Exception {
        String headers = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 1000000000\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.sending(headers + "x".repeat(200_000), Then.HANG)) {
            assertEquals(
                    "server_error: GET /api/drives: expected 200, but was 500",
                    Reads.from(server.uri()).outcome());
        }
    }

    @Test
    void theStatusAndTheClockOfARefusalAreKept() throws Exception {
        spoil(Fault.none().withStatus(500).withHeader("Date", "Sun, 01 Mar 2026 12:00:10 GMT"));

        ApiResult.Exchange exchange = failed().exchange();
        assertEquals(List.of(500, Duration.ofSeconds(10)), List.of(exchange.status(), exchange.clockSkew()));
    }

    private void spoil(Fault fault) {
        site.heal();
        site.fault("/api/drives", fault);
    }

    private Failed<?> failed() throws IOException, InterruptedException {
        return assertInstanceOf(Failed.class, Reads.from(site.uri()).result(Reads.DRIVES));
    }
}
