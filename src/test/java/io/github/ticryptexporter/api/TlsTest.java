package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** TLS towards the backend. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    private static final String NO_TLS =
            "tls: GET /api/drives: no TLS connection; check ticrypt.tls and the certificate: ";

    private final Path directory;
    private final Certificates certificates;

    TlsTest(@TempDir Path directory) {
        this.directory = directory;
        this.certificates = new Certificates(directory);
    }

    @BeforeAll
    void makeCertificates() throws Exception {
        certificates.make("ca", "-ext", "bc:c");
        certificates.make("other-ca", "-ext", "bc:c");
        certificates.make("backend", "-signer", "ca", "-ext", "SAN=ip:127.0.0.1");
        certificates.make("elsewhere", "-signer", "ca", "-ext", "SAN=dns:elsewhere.example.edu,ip:127.0.0.9");
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
                NO_TLS + "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                        + " unable to find valid certification path to requested target",
                outcome(certificates.listener("backend"), TlsSettings.PLATFORM));
    }

    @Test
    void aCaFileReplacesEveryOtherTrust() throws Exception {
        assertEquals(
                NO_TLS + "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                        + " unable to find valid certification path to requested target",
                outcome(certificates.listener("backend"), trusting("other-ca")));
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws Exception {
        assertEquals(
                NO_TLS + "No subject alternative names matching IP address 127.0.0.1 found",
                outcome(certificates.listener("elsewhere"), trusting("ca")));
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        String outcome = outcome(certificates.listener("expired"), trusting("ca"));
        assertEquals(
                NO_TLS + "PKIX path validation failed: java.security.cert.CertPathValidatorException:"
                        + " validity check failed",
                outcome);
    }

    @Test
    void aClientCertificateIsShownToABackendThatWantsOne() throws Exception {
        TlsSettings identity = new TlsSettings(
                certificates.certificate("ca"), certificates.certificate("client"), certificates.key("client"));
        assertEquals("ok: 0 items, {}", outcome(certificates.listener("backend", "ca"), identity));
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

    @Test
    void aFileThatIsNoCertificateIsNamed() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertEquals("expected PEM certificates in " + empty + ", but there are none", refusal(empty, null, null));
    }

    @Test
    void aKeyThatCannotBeReadIsNamed() throws Exception {
        Path chain = certificates.certificate("client");
        Path none = Files.writeString(directory.resolve("none.pem"), "no key");
        Path cut = key("cut.pem", "MIGH=AgEAMA");
        Path other = key("other.pem", "AAAA");
        assertEquals("expected an unencrypted PKCS#8 key (BEGIN PRIVATE KEY) in " + none, refusal(null, chain, none));
        assertEquals("expected base64 between BEGIN and END PRIVATE KEY in " + cut, refusal(null, chain, cut));
        assertEquals("expected an RSA, EC or EdDSA key in " + other, refusal(null, chain, other));
    }

    @Test
    void aCertificateWithoutItsKeyIsNoIdentity() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new TlsSettings(null, Path.of("client.pem"), null));
        assertEquals("a client certificate needs its key, and a key its certificate", thrown.getMessage());
    }

    private Path key(String name, String base64) throws IOException {
        return Files.writeString(
                directory.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private TlsSettings trusting(String name) throws Exception {
        return new TlsSettings(certificates.certificate(name), null, null);
    }

    private static String refusal(@Nullable Path ca, @Nullable Path chain, @Nullable Path key) {
        Reads reads = Reads.from(URI.create("https://127.0.0.1:1")).trusting(new TlsSettings(ca, chain, key));
        return String.valueOf(assertThrows(IOException.class, reads::client).getMessage());
    }

    /** Newer releases of the JDK put the name of the alert before its words. */
    private static String outcome(ServerSocket listener, TlsSettings tls) throws Exception {
        try (ScriptedServer server = ScriptedServer.behind(listener)) {
            return Reads.from(server.uri()).trusting(tls).outcome().replaceFirst("\\(certificate_\\w+\\) ", "");
        }
    }
}
