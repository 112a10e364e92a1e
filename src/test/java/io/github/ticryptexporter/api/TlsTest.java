package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.QuietLibraries;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.Trust;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        TlsSettings identity = new TlsSettings(trust("ca"), identity("client"));
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

    /** Newer releases of the JDK put the name of the alert before its words. */
    private static String outcome(ServerSocket listener, TlsSettings tls) throws Exception {
        try (ScriptedServer server = ScriptedServer.behind(listener)) {
            return Reads.from(server.uri()).trusting(tls).outcome().replaceFirst("\\(certificate_\\w+\\) ", "");
        }
    }
}
