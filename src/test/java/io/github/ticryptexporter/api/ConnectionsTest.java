package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that do not come up, hang, drip or break. */
@ExtendWith(QuietLibraries.class)
class ConnectionsTest {

    private static final String LOST = "connect: GET /api/drives: the connection was lost before the end of the answer";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String TOO_LATE = "timeout: GET /api/drives: no whole answer within 300 ms";

    @Test
    void aPortWhereNobodyListensIsARefusedConnection() throws Exception {
        assertEquals(
                "connect: GET /api/drives: no connection, refused or unreachable;"
                        + " check ticrypt.base-url, ticrypt.proxy and that the backend runs",
                Reads.from(addressOfNobody()).outcome());
    }

    @Test
    void aHostNameThatDoesNotResolveIsNamedAsSuch() throws Exception {
        assertEquals(
                "connect: GET /api/drives: the host name does not resolve; check ticrypt.base-url and ticrypt.proxy",
                Reads.from(URI.create("http://nowhere.invalid")).outcome());
    }

    @Test
    void aConnectionThatDoesNotComeUpEndsAtTheConnectTimeout() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, waiting);
            ApiSettings settings = Reads.from(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                    .settings();
            Reads impatient = new Reads(new ApiSettings(
                    settings.baseUrl(),
                    settings.tokens(),
                    settings.tls(),
                    null,
                    SHORT,
                    settings.requestTimeout(),
                    settings.maxResponseBytes(),
                    settings.freeText()));
            assertEquals("timeout: GET /api/drives: no connection within the connect timeout", impatient.outcome());
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Nobody accepts: after a few connections the system lets further ones wait. */
    private static void fill(ServerSocket listener, List<Socket> waiting) throws IOException {
        while (waiting.size() < 20) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(listener.getLocalSocketAddress(), 500);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the backlog takes everything");
    }

    @Test
    void headersThatNeverComeEndAtTheDeadlineAndTheConnectionIsClosed() throws Exception {
        try (ScriptedServer server = ScriptedServer.silent()) {
            assertEquals(TOO_LATE, Reads.from(server.uri()).within(SHORT).outcome());
            server.awaitLeave();
        }
    }

    @Test
    void aBodyThatNeverEndsEndsAtTheDeadlineAndTheConnectionIsClosed() throws Exception {
        String start = ScriptedServer.answer("Content-Length: 100", "[{\"id\":\"");
        try (ScriptedServer server = ScriptedServer.sending(start, Then.HANG)) {
            assertEquals(TOO_LATE, Reads.from(server.uri()).within(SHORT).outcome());
            server.awaitLeave();
        }
    }

    @Test
    void aBodyThatIsCompleteButForItsEndEndsAtTheDeadline() throws Exception {
        String start = ScriptedServer.answer("Content-Length: 100", "[{\"id\":\"drive-0042\"}]");
        try (ScriptedServer server = ScriptedServer.sending(start, Then.HANG)) {
            assertEquals(TOO_LATE, Reads.from(server.uri()).within(SHORT).outcome());
        }
    }

    @Test
    void aBodyThatDripsIsBoundByTheDeadlineOfTheWholeExchange() throws Exception {
        try (SimulatedSite site = TestSite.started()) {
            site.fault("/api/drives", Fault.none().dripping(Duration.ofMillis(20)));
            assertEquals(
                    TOO_LATE,
                    Reads.from(site.uri())
                            .with(TestSite.tokens(site))
                            .within(SHORT)
                            .outcome());
        }
    }

    @Test
    void aBodyShorterThanAnnouncedIsALostConnection() throws Exception {
        assertEquals(LOST, outcomeOf(ScriptedServer.answer("Content-Length: 100", "[{\"id\":\"drive-0042\"}]")));
    }

    @Test
    void aCutAnswerOfTheSiteIsALostConnection() throws Exception {
        try (SimulatedSite site = TestSite.started()) {
            site.fault("/api/drives", Fault.none().cutAfter(1000));
            assertEquals(
                    LOST, Reads.from(site.uri()).with(TestSite.tokens(site)).outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\n[{\"id",
                "20\r\n[{\"id\"",
                "15\r\n[{\"id\":\"drive-0042\"},\r\n",
                "16\r\n[{\"id\":\"drive-0042\"}]\n\r\n"
            })
    void aChunkedBodyWithoutItsLastChunkIsALostConnectionWhereverItIsCut(String chunks) throws Exception {
        assertEquals(LOST, outcomeOf(ScriptedServer.answer("Transfer-Encoding: chunked", chunks)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le", "SSH-2.0-invented\r\n\r\n", "\0\0\0\0"})
    void whatIsNoHttpAnswerIsALostConnection(String bytes) throws Exception {
        assertEquals(
                "connect: GET /api/drives: the connection was lost, or spoke no HTTP, before an answer came",
                outcomeOf(bytes));
    }

    @Test
    void chunksThatAreNoneAreALostConnection() throws Exception {
        // Whether the client stumbles before or after it hands out the headers is a matter of how bytes arrive.
        String outcome = outcomeOf(ScriptedServer.answer("Transfer-Encoding: chunked", "zz\r\n[]\r\n0\r\n\r\n"));
        assertTrue(outcome.startsWith("connect: GET /api/drives: the connection was lost"), outcome);
    }

    @Test
    void aProxyIsAskedForTheWholeAddress() throws Exception {
        String empty = ScriptedServer.answer("Content-Length: 2", "[]");
        try (ScriptedServer proxy = ScriptedServer.sending(empty, Then.GO_ON)) {
            InetSocketAddress address =
                    InetSocketAddress.createUnresolved("127.0.0.1", proxy.uri().getPort());
            assertEquals(
                    "ok: 0 items, " + Map.of(),
                    Reads.from(URI.create("http://api.example.edu:8080/prefix"))
                            .via(address)
                            .outcome());
            assertEquals(
                    List.of("GET http://api.example.edu:8080/prefix/api/drives HTTP/1.1"),
                    proxy.heads().stream()
                            .map(head -> head.lines().findFirst().orElse(""))
                            .toList());
        }
    }

    @Test
    void aProxyThatIsNotThereIsARefusedConnection() throws Exception {
        InetSocketAddress nobody = InetSocketAddress.createUnresolved(
                "127.0.0.1", addressOfNobody().getPort());
        for (String scheme : List.of("http", "https")) {
            assertEquals(
                    "connect: GET /api/drives: no connection to the proxy, refused or unreachable;"
                            + " check ticrypt.proxy and that it runs",
                    Reads.from(URI.create(scheme + "://api.example.edu"))
                            .via(nobody)
                            .outcome());
        }
    }

    @Test
    void aProxyWhoseNameDoesNotResolveIsNamedAsSuch() throws Exception {
        assertEquals(
                "connect: GET /api/drives: the host name of the proxy does not resolve; check ticrypt.proxy",
                Reads.from(URI.create("http://api.example.edu"))
                        .via(InetSocketAddress.createUnresolved("nowhere.invalid", 3128))
                        .outcome());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https | 403 Forbidden                     | connect: GET /api/drives: the proxy lets no connection through and answers 403; check ticrypt.proxy and ticrypt.base-url
                    https | 502 Bad Gateway                   | connect: GET /api/drives: the proxy lets no connection through and answers 502; check ticrypt.proxy and ticrypt.base-url
                    https | 407 Proxy Authentication Required | client_error: GET /api/drives: expected 200, but was 407: the proxy asks for a password, which cannot be given; check ticrypt.proxy
                    http  | 407 Proxy Authentication Required | client_error: GET /api/drives: expected 200, but was 407: the proxy asks for a password, which cannot be given; check ticrypt.proxy
                    http  | 502 Bad Gateway                   | server_error: GET /api/drives: expected 200, but was 502
                    """)
    void aProxyThatRefusesIsNamed(String scheme, String status, String outcome) throws Exception {
        String refusal =
                "HTTP/1.1 " + status + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer proxy = ScriptedServer.sending(refusal, Then.CLOSE)) {
            Reads reads = Reads.from(URI.create(scheme + "://api.example.edu"))
                    .via(InetSocketAddress.createUnresolved(
                            "127.0.0.1", proxy.uri().getPort()));
            assertEquals(outcome, reads.outcome());
            String sent = String.join("", proxy.heads());
            assertEquals(scheme.equals("https"), sent.startsWith("CONNECT api.example.edu:443 "), sent);
            assertEquals(!scheme.equals("https"), sent.contains(Reads.TOKEN), sent);
        }
    }

    @Test
    void aProxyThatThePlatformWasToldOfIsNotUsed() throws Exception {
        String empty = ScriptedServer.answer("Content-Length: 2", "[]");
        try (ScriptedServer proxy = ScriptedServer.sending(empty, Then.GO_ON);
                ScriptedServer backend = ScriptedServer.sending(empty, Then.GO_ON)) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(proxy.uri().getPort()));
            System.setProperty("http.nonProxyHosts", "");
            assertEquals("ok: 0 items, {}", Reads.from(backend.uri()).outcome());
            assertEquals(0, proxy.connections());
        } finally {
            List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
        }
    }

    private static String outcomeOf(String bytes) throws IOException, InterruptedException {
        try (ScriptedServer server = ScriptedServer.sending(bytes, Then.CLOSE)) {
            return Reads.from(server.uri()).outcome();
        }
    }

    private static URI addressOfNobody() throws IOException {
        try (ServerSocket passing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + passing.getLocalPort());
        }
    }
}
