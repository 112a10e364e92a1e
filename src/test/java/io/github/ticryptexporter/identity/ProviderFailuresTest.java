package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.QuietLibraries;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that refuse, hang or answer something else, by the same rules as the backend; and keys that change. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderFailuresTest {

    private static final String PATH = "/__identity/monocloud/api/users";
    private static final String SECRETIVE =
            "{\"title\":\"" + ProviderReads.PERSON + " used " + ProviderReads.KEY + "\"}";

    private final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 0.1, Scenario.CALM),
            new ManualClock());

    ProviderFailuresTest() {
        site.start();
    }

    @BeforeEach
    void heal() {
        site.heal();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                400; client_error;      ''
                401; unauthorized;      ': the key is wrong, expired or revoked; put a new one in'
                403; forbidden;         ': the key does not open this route'
                404; not_found;         ': check identity.monocloud.base-url and its path prefix'
                422; client_error;      ''
                429; rate_limited;      ': the provider asks for fewer requests'
                500; server_error;      ''
                503; server_error;      ''
                201; unexpected_status; ''
                """)
    void eachStatusHasItsReasonAndItsMend(int status, String reason, String mend) throws Exception {
        site.fault(PATH, Fault.none().withStatus(status).withBody(SECRETIVE));

        assertEquals(
                reason + ": GET /api/users: expected 200, but was " + status + mend,
                monoCloud().outcome());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndItsTargetSeesNoKey(int status) throws Exception {
        try (FakeProvider elsewhere = FakeProvider.answering(request -> FakeProvider.Answer.page(false))) {
            site.fault(PATH, Fault.none().withStatus(status).withHeader("Location", elsewhere.uri() + "/api/users"));

            assertEquals(
                    "unexpected_status: GET /api/users: expected 200, but was " + status
                            + ": no redirect is followed; check identity.monocloud.base-url, its scheme and its path"
                            + " prefix",
                    monoCloud().outcome());
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void aProviderThatAsksToBeLeftAloneIsHeard() throws Exception {
        site.fault(PATH, Fault.none().withStatus(429).withHeader("Retry-After", "120"));

        Failed<?> failed = assertInstanceOf(Failed.class, monoCloud().result());
        assertEquals(Optional.of(Duration.ofMinutes(2)), failed.retryAfter());
    }

    @Test
    void aWebPageIsNoList() throws Exception {
        site.fault(PATH, Fault.none().withBody("<html>" + ProviderReads.PERSON + "</html>"));

        assertEquals(
                "malformed: GET /api/users: expected JSON in UTF-8, but it is broken from the start, as when a login or"
                        + " maintenance page answers instead",
                monoCloud().outcome());
    }

    @Test
    void anAnswerThatDripsIsBoundByTheDeadline() throws Exception {
        site.fault(PATH, Fault.none().dripping(Duration.ofMillis(20)));

        assertEquals(
                "timeout: GET /api/users: no whole answer within 300 ms",
                monoCloud().within(Duration.ofMillis(300)).outcome());
    }

    @Test
    void anAnswerThatIsCutShortIsALostConnection() throws Exception {
        site.fault(PATH, Fault.none().cutAfter(500));

        assertEquals(
                "connect: GET /api/users: the connection was lost before the end of the answer",
                monoCloud().outcome());
    }

    @Test
    void anAnswerIsCappedAfterDecompression() throws Exception {
        assertEquals(
                "too_large: GET /api/users: expected at most 5000 bytes, but there are more;"
                        + " raise ticrypt.max-response-bytes if the site is that large",
                monoCloud().upTo(5000).outcome());
    }

    @Test
    void aPortWhereNobodyListensIsARefusedConnection() throws Exception {
        assertEquals(
                "connect: GET /multipleusers: no connection, refused or unreachable; check"
                        + " identity.allthenticate.base-url, identity.allthenticate.proxy and that the provider runs",
                ProviderReads.allthenticate(addressOfNobody()).outcome());
    }

    private static URI addressOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Test
    void aHostNameThatDoesNotResolveIsNamedAsSuch() throws Exception {
        assertEquals(
                "connect: GET /multipleusers: the host name does not resolve;"
                        + " check identity.allthenticate.base-url and identity.allthenticate.proxy",
                ProviderReads.allthenticate(URI.create("http://nowhere.invalid"))
                        .outcome());
    }

    @Test
    void aKeyFileIsReadAnewForEveryAttempt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "wrong-key-0042\n");
        ProviderClient client =
                monoCloud().with(new TokenSource.File("key", file)).client();

        assertTrue(ProviderReads.inWords(client.read()).startsWith("unauthorized: "));
        assertFalse(client.hasNewKey());
        Files.writeString(file, site.identityKeys().get("monocloud"));
        assertTrue(client.hasNewKey());
        assertTrue(ProviderReads.inWords(client.read()).startsWith("ok: "));
        assertFalse(client.hasNewKey());
    }

    @Test
    void aProviderIsKnownByItsOwnAuthorityAndKnowsItsClient(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder);
        certificates.make("ca", "-ext", "bc:c");
        certificates.make("provider", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1");
        certificates.make("client", "-signer", "ca");
        Trust trust = new Trust("", Pem.certificates(Files.readAllBytes(certificates.certificate("ca"))));
        Identity client = new Identity(
                "",
                "",
                Pem.certificates(Files.readAllBytes(certificates.certificate("client"))),
                Pem.privateKey(Files.readAllBytes(certificates.key("client"))));
        try (FakeProvider provider = FakeProvider.behind(
                certificates.context("provider", "ca"), request -> FakeProvider.Answer.page(false))) {
            assertEquals(
                    "ok: 0 accounts, {}",
                    ProviderReads.monoCloud(provider.uri())
                            .trusting(new TlsSettings(trust, client))
                            .outcome());
            assertEquals(
                    "tls: GET /api/users: no TLS connection; check identity.monocloud.tls and the certificate: unable to"
                            + " find valid certification path to requested target",
                    ProviderReads.monoCloud(provider.uri()).outcome());
            assertEquals(1, provider.requests().size());
        }
    }

    @Test
    void withoutAKeyNothingIsSent(@TempDir Path folder) throws Exception {
        try (FakeProvider provider = FakeProvider.answering(request -> FakeProvider.Answer.page(false))) {
            Path file = folder.resolve("key");
            assertEquals(
                    "unauthorized: GET /api/users: key file " + file + " is not there",
                    ProviderReads.monoCloud(provider.uri())
                            .with(new TokenSource.File("key", file))
                            .outcome());
            assertEquals(List.of(), provider.requests());
        }
    }

    private ProviderReads monoCloud() {
        return ProviderReads.monoCloud(site.identityUri("monocloud"))
                .with(site.identityKeys().getOrDefault("monocloud", "none"));
    }
}
