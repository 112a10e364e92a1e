package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served within TLS, to whom, and what of it changes while it is served. */
@SuppressWarnings("NullAway.Init")
final class HttpsTest {
    private static final String SCRAPE = "GET /metrics HTTP/1.1\nHost: x\n\n";

    private static Https https;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        https = Https.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aScrapeIsAnsweredWithinTls(String version) throws Exception {
        try (FakeExporter exporter = started(https.server());
                RawClient client = RawClient.within(https.client("none", "server"), exporter.address(), version)) {
            assertTrue(client.answer("GET /metrics HTTP/1.1").endsWith("\n\n" + FakeExporter.METRICS));
            assertEquals(version, client.tls().getSession().getProtocol());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLSv1.2, false",
        "TLSv1.3, TLSv1.3, true",
        "TLSv1.2, TLSv1.3, false",
        "TLSv1.2, TLSv1.2, true",
    })
    void floorAndCeilingHold(String offered, String spoken, boolean isServed) throws Exception {
        ServerTls tls = new ServerTls(
                https.identity("server"), ClientCertificates.NONE, List.of(offered), List.of(), true, List.of());
        try (FakeExporter exporter = started(tls)) {
            assertEquals(isServed, isServed(exporter, https.client("none", "server"), spoken));
        }
    }

    @Test
    void aFloorThatRisesHoldsForConnectionsThatAreOpen() throws Exception {
        ServerTls risen = new ServerTls(
                https.identity("server"), ClientCertificates.NONE, List.of("TLSv1.3"), List.of(), true, List.of());
        try (FakeExporter exporter = started(https.server());
                RawClient client = RawClient.within(https.client("none", "server"), exporter.address(), "TLSv1.2")) {
            client.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", client.line());

            exporter.obey(FakeExporter.settings(Https.with(risen)));

            client.send(SCRAPE);
            assertTrue(client.rest().endsWith("the configuration has changed: connect again\n"));
        }
    }

    @Test
    void cipherSuitesWithoutForwardSecrecyOrAuthenticationAreOffAndMayBeNarrowed() throws Exception {
        String one = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
        ServerTls narrow = new ServerTls(
                https.identity("server"), ClientCertificates.NONE, List.of("TLSv1.2"), List.of(one), true, List.of());
        try (FakeExporter exporter = started(https.server());
                FakeExporter narrowed = started(narrow);
                RawClient old = RawClient.within(https.client("none", "server"), exporter.address(), "TLSv1.2");
                RawClient client = RawClient.within(https.client("none", "server"), narrowed.address(), "TLSv1.2")) {
            old.tls().setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"});
            assertThrows(SSLException.class, () -> old.tls().startHandshake());
            client.tls().startHandshake();
            assertEquals(one, client.tls().getSession().getCipherSuite());
        }
    }

    @Test
    void aClientThatOffersHttp2IsToldThatItIsHttp1() throws Exception {
        try (FakeExporter exporter = started(https.server());
                RawClient client = RawClient.within(https.client("none", "server"), exporter.address())) {
            SSLParameters parameters = client.tls().getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            client.tls().setSSLParameters(parameters);
            client.tls().startHandshake();

            assertEquals("http/1.1", client.tls().getApplicationProtocol());
        }
    }

    @Test
    void whatIsNotTlsIsCutOffAndCounted() throws Exception {
        try (FakeExporter exporter = started(https.server());
                RawClient client = RawClient.connected(exporter.address())) {
            client.send(SCRAPE);

            assertTrue(client.isCutOff());
            Awaitility.await().until(() -> List.copyOf(exporter.refused).equals(List.of(Refusal.HANDSHAKE)));
            Awaitility.await().until(() -> exporter.server.connections() == 0);
        }
    }

    @Test
    void aHandshakeThatStallsIsCutOff() throws Exception {
        try (FakeExporter exporter = started(https.server());
                RawClient silent = RawClient.connected(exporter.address());
                RawClient stalling = RawClient.connected(exporter.address())) {
            stalling.send("\26\3\1\1@\1");
            Awaitility.await().until(() -> exporter.server.connections() == 2);

            exporter.elapse(Duration.ofSeconds(10).plusMillis(1));

            assertTrue(stalling.isCutOff());
            assertTrue(silent.isCutOff());
            assertEquals(List.of(Limit.REQUEST_TIME, Limit.REQUEST_TIME), List.copyOf(exporter.met));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CLIENT_CERT,                 none,     true",
        "NO_CLIENT_CERT,                 impostor, true",
        "REQUEST_CLIENT_CERT,            none,     true",
        "REQUEST_CLIENT_CERT,            impostor, true",
        "REQUEST_CLIENT_CERT,            expired,  true",
        "REQUIRE_ANY_CLIENT_CERT,        none,     false",
        "REQUIRE_ANY_CLIENT_CERT,        impostor, true",
        "REQUIRE_ANY_CLIENT_CERT,        expired,  true",
        "VERIFY_CLIENT_CERT_IF_GIVEN,    none,     true",
        "VERIFY_CLIENT_CERT_IF_GIVEN,    client,   true",
        "VERIFY_CLIENT_CERT_IF_GIVEN,    impostor, false",
        "VERIFY_CLIENT_CERT_IF_GIVEN,    expired,  false",
        "REQUIRE_AND_VERIFY_CLIENT_CERT, none,     false",
        "REQUIRE_AND_VERIFY_CLIENT_CERT, client,   true",
        "REQUIRE_AND_VERIFY_CLIENT_CERT, impostor, false",
        "REQUIRE_AND_VERIFY_CLIENT_CERT, expired,  false",
    })
    void clientsShowTheCertificatesThatAreAskedFor(ClientAuth auth, String client, boolean isServed) throws Exception {
        try (FakeExporter exporter = started(https.server(https.clients(auth)))) {
            assertEquals(isServed, isServed(exporter, https.client(client, "server"), "TLSv1.3"));
            assertEquals(isServed, isServed(exporter, https.client(client, "server"), "TLSv1.2"));
            assertEquals(isServed, exporter.refused.isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scraper.example.edu,           true",
        "192.0.2.42,                    true",
        "2001:db8:0:0:0:0:0:42,         true",
        "ops@example.edu,               true",
        "spiffe://example.edu/scraper,  true",
        "example.edu,                   false",
        "client.example.edu,            false",
    })
    void oneOfTheCertificatesNamesHasToBeAllowed(String name, boolean isServed) throws Exception {
        ClientCertificates clients =
                https.clients(ClientAuth.REQUIRE_AND_VERIFY_CLIENT_CERT, "someone.example.edu", name);
        try (FakeExporter exporter = started(https.server(clients))) {
            assertEquals(isServed, isServed(exporter, https.client("client", "server"), "TLSv1.3"));
        }
    }

    @Test
    void aRenewedCertificateIsShownToNewConnectionsAndTheOldGoOn() throws Exception {
        try (FakeExporter exporter = started(https.server());
                RawClient before = RawClient.within(https.client("none", "server"), exporter.address())) {
            before.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", before.line());

            exporter.obey(FakeExporter.settings(Https.with(renewed())));

            assertTrue(before.answer("GET /metrics HTTP/1.1").endsWith("\n\n" + FakeExporter.METRICS));
            try (RawClient after = RawClient.within(https.client("none", "renewed"), exporter.address())) {
                after.tls().startHandshake();
                X509Certificate shown =
                        (X509Certificate) after.tls().getSession().getPeerCertificates()[0];
                assertEquals(
                        "CN=renewed.example.edu",
                        shown.getSubjectX500Principal().getName());
            }
        }
    }

    @Test
    void tlsMayBeSwitchedOnAndOffOnTheSamePort() throws Exception {
        try (FakeExporter exporter = FakeExporter.started();
                RawClient plain = RawClient.connected(exporter.address())) {
            plain.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", plain.line());
            InetSocketAddress address = exporter.address();

            exporter.obey(FakeExporter.settings(Https.with(https.server())));

            assertEquals(address, exporter.address());
            assertTrue(isServed(exporter, https.client("none", "server"), "TLSv1.3"));
            plain.send(SCRAPE);
            assertTrue(plain.rest().endsWith("the configuration has changed: connect again\n"));

            exporter.obey(FakeExporter.settings(WebSecurity.NONE));

            assertTrue(exporter.answer("GET /metrics HTTP/1.1").endsWith("\n\n" + FakeExporter.METRICS));
        }
    }

    @Test
    void whoIsNoLongerTrustedIsServedNoMoreOnTheConnectionThatHeHas() throws Exception {
        ClientCertificates all = https.clients(ClientAuth.REQUIRE_AND_VERIFY_CLIENT_CERT);
        ClientCertificates others = https.clients(ClientAuth.REQUIRE_AND_VERIFY_CLIENT_CERT, "other.example.edu");
        try (FakeExporter exporter = started(https.server(all));
                RawClient client = RawClient.within(https.client("client", "server"), exporter.address())) {
            client.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", client.line());

            exporter.obey(FakeExporter.settings(Https.with(https.server(others))));

            client.send(SCRAPE);
            assertTrue(client.rest().endsWith("the configuration has changed: connect again\n"));
            assertEquals(List.of(Refusal.CONNECTION), List.copyOf(exporter.refused));
        }
    }

    @Test
    void rotationUnderLoadFailsNoScrape() throws Exception {
        List<HttpSettings> rounds = List.of(
                FakeExporter.settings(Https.with(renewed())), FakeExporter.settings(Https.with(https.server())));
        List<SSLContext> clients = List.of(https.client("none", "renewed"), https.client("none", "server"));
        AtomicInteger scrapes = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        try (FakeExporter exporter = started(https.server());
                RawClient kept = RawClient.within(clients.get(1), exporter.address())) {
            CompletableFuture<Void> scraper = CompletableFuture.runAsync(() -> {
                while (!isOver.get()) {
                    scrape(kept);
                    scrapes.incrementAndGet();
                }
            });
            for (int i = 0; i < 8; i++) {
                int before = scrapes.get();
                exporter.obey(rounds.get(i % 2));
                assertTrue(isServed(exporter, clients.get(i % 2), "TLSv1.3"));
                Awaitility.await().until(() -> scrapes.get() > before || scraper.isDone());
            }
            isOver.set(true);
            scraper.join();
        }
    }

    private static void scrape(RawClient client) {
        try {
            client.send(SCRAPE);
            assertEquals("HTTP/1.1 200 OK", client.line());
            while (!client.line().isEmpty()) {
                assertFalse(client.tls().isClosed());
            }
            assertEquals(FakeExporter.METRICS.strip(), client.line());
        } catch (IOException e) {
            throw new IllegalStateException("a scrape failed", e);
        }
    }

    private static ServerTls renewed() throws Exception {
        return ServerTls.of(https.identity("renewed"), ClientCertificates.NONE);
    }

    private static FakeExporter started(ServerTls tls) {
        return FakeExporter.started(FakeExporter.settings(Https.with(tls)));
    }

    private static boolean isServed(FakeExporter exporter, SSLContext tls, String version) {
        try (RawClient client = RawClient.within(tls, exporter.address(), version)) {
            return client.answer("GET /metrics HTTP/1.1").endsWith("\n\n" + FakeExporter.METRICS);
        } catch (IOException e) {
            return false;
        }
    }
}
