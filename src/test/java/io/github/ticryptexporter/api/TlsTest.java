package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.QuietLibraries;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS towards the backend. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    private static final String NO_TLS =
            "tls: GET /api/drives: no TLS connection; check ticrypt.tls and the certificate: ";

    private final Certificates certificates;

    TlsTest(@TempDir Path directory) {
        this.certificates = new Certificates(directory);
    }

    @BeforeAll
    void makeCertificates() throws Exception {
        certificates.make("ca", "-ext", "bc:c");
        certificates.make("other-ca", "-ext", "bc:c");
        certificates.make("backend", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1");
        certificates.make("elsewhere", "-signer", "ca", "-ext", "SAN=dns:elsewhere.example.edu,ip:127.0.0.9");
        certificates.make("future", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1", "-startdate", "+10d");
        certificates.make(
                "expired", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1", "-startdate", "-30d", "-validity", "10");
        certificates.make("client", "-signer", "ca");
    }

    @Test
    void aCertificateFromTheCaFileIsTrusted() throws Exception {
        assertEquals("ok: 0 items, {}", outcome(certificates.listener("backend"), trusting("ca")));
    }

    @Test
    void aCertificateThatThePlatformDoesNotKnowIsRefused() throws Exception {
        assertEquals(
                NO_TLS + "unable to find valid certification path to requested target",
                outcome(certificates.listener("backend"), TlsSettings.PLATFORM));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    backend   | other-ca | unable to find valid certification path to requested target
                    elsewhere | ca       | No subject alternative names matching IP address 127.0.0.1 found
                    client    | ca       | No subject alternative names present
                    expired   | ca       | it has expired, NotAfter: DATE
                    future    | ca       | it is not valid yet, NotBefore: DATE
                    """)
    void aCertificateThatDoesNotHoldIsRefused(String shown, String trusted, String why) throws Exception {
        assertEquals(NO_TLS + why, outcome(certificates.listener(shown), trusting(trusted)));
    }

    @Test
    void aClientCertificateIsShownToABackendThatWantsOne() throws Exception {
        TlsSettings identity = new TlsSettings(trust("ca"), identity("client"));
        assertEquals("ok: 0 items, {}", outcome(certificates.listener("backend", "ca"), identity));
    }

    /** In TLS 1.2, where the client learns in the handshake what the server thinks of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    none     | bad_certificate
                    other-ca | bad_certificate
                    expired  | certificate_unknown
                    """)
    void aBackendThatDoesNotTakeTheClientIsATlsFailure(@Nullable String client, String alert) throws Exception {
        TlsSettings tls = new TlsSettings(trust("ca"), client == null ? null : identity(client));
        SSLContext context = certificates.context("backend", "ca");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> refuse(listener, context));
            server.start();
            URI uri = URI.create("https://127.0.0.1:" + listener.getLocalPort());
            assertEquals(
                    NO_TLS + "Received fatal alert: " + alert,
                    // Which of the two is the server's choice, and differs between releases of the JDK.
                    withoutAlertName(Reads.from(uri).trusting(tls).outcome())
                            .replace("handshake_failure", "bad_certificate"));
            server.join();
        }
    }

    /** Reads on until the client leaves, for a connection that is closed earlier may take the alert with it. */
    private static void refuse(ServerSocket listener, SSLContext context) {
        try (Socket client = listener.accept()) {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), false);
            tls.setUseClientMode(false);
            tls.setNeedClientAuth(true);
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThrows(SSLException.class, tls::startHandshake);
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client left, as it should.
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void eachVersionOfTodayIsSpoken(String version) throws Exception {
        SSLServerSocket listener = (SSLServerSocket) certificates.listener("backend");
        listener.setEnabledProtocols(new String[] {version});
        assertEquals("ok: 0 items, {}", outcome(listener, trusting("ca")));
    }

    /** The server's hello of RFC 4346: version, 32 random bytes, no session, a cipher suite, no compression. */
    @ParameterizedTest
    @CsvSource({"1, TLS10", "2, TLS11"})
    void aBackendThatIsTooOldForTls12IsRefused(String minor, String name) throws Exception {
        byte[] hello = HexFormat.of()
                .parseHex("160301002a" + "02000026" + "030" + minor + "00".repeat(32) + "00" + "c013" + "00");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerWith(hello, listener));
            server.start();
            assertEquals(
                    NO_TLS + "The server selected protocol version " + name
                            + " is not accepted by client preferences [TLS13, TLS12]",
                    withoutAlertName(Reads.from(URI.create("https://127.0.0.1:" + listener.getLocalPort()))
                            .trusting(trusting("ca"))
                            .outcome()));
            server.join();
        }
    }

    private static void answerWith(byte[] bytes, ServerSocket listener) {
        try (Socket client = listener.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write(bytes);
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client left, as it should.
        }
    }

    @Test
    void noOlderVersionIsOfferedWhateverThePlatformAllows() throws Exception {
        UpstreamSettings settings =
                Reads.from(URI.create("https://api.example.edu")).settings().upstream();
        assertArrayEquals(
                new String[] {"TLSv1.3", "TLSv1.2"},
                new Upstream(settings, new ManualClock())
                        .client()
                        .sslParameters()
                        .getProtocols());
    }

    @Test
    void aBackendWithoutTlsBehindAnHttpsAddressIsATlsFailure() throws Exception {
        try (SimulatedSite plain = TestSite.started()) {
            URI https = URI.create("https://127.0.0.1:" + plain.port());
            assertEquals(
                    NO_TLS + "Unrecognized SSL message, plaintext connection?",
                    Reads.from(https).outcome());
        }
    }

    @Test
    void aBackendWithTlsBehindAnHttpAddressGivesNoAnswer() throws Exception {
        try (ServerSocket listener = certificates.listener("backend");
                ScriptedServer server = ScriptedServer.behind(listener)) {
            URI http = URI.create("http://127.0.0.1:" + server.uri().getPort());
            assertEquals(
                    "connect: GET /api/drives: the connection was lost, or spoke no HTTP, before an answer came",
                    Reads.from(http).outcome());
        }
    }

    private TlsSettings trusting(String name) throws Exception {
        return new TlsSettings(trust(name), null);
    }

    private Trust trust(String name) throws Exception {
        return new Trust("", Pem.certificates(Files.readAllBytes(certificates.certificate(name))));
    }

    private Identity identity(String name) throws Exception {
        return new Identity(
                "",
                "",
                Pem.certificates(Files.readAllBytes(certificates.certificate(name))),
                Pem.privateKey(Files.readAllBytes(certificates.key(name))));
    }

    private static String outcome(ServerSocket listener, TlsSettings tls) throws Exception {
        try (ScriptedServer server = ScriptedServer.behind(listener)) {
            return withoutAlertName(Reads.from(server.uri()).trusting(tls).outcome())
                    .replaceFirst("(Not\\w+: ).*", "$1DATE");
        }
    }

    /** Newer releases of the JDK put the name of the alert before its words. */
    private static String withoutAlertName(String outcome) {
        return outcome.replaceFirst("\\([a-z_]+\\) ", "");
    }
}
