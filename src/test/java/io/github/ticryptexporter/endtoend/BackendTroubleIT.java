package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is at the base URL is no tiCrypt, or nothing: the daemon stays up and says why it has no data. */
class BackendTroubleIT {
    @TempDir
    Path folder;

    @Test
    void aBackendThatIsNotThereIsAFailedConnection() throws Exception {
        try (FakeBackend backend = FakeBackend.absent()) {
            assertServesThatItIsDown(backend, "connect", "refused or unreachable");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsATlsFailure() throws Exception {
        try (FakeBackend backend = FakeBackend.untrusted(folder)) {
            assertServesThatItIsDown(backend, "tls", "check ticrypt.tls and the certificate");
        }
    }

    @Test
    void aTrustOfThePlatformThatCannotBeReadIsATlsFailure() throws Exception {
        Path damaged = Files.writeString(folder.resolve("cacerts"), "no key store");
        Path config = Files.writeString(
                folder.resolve("exporter.yaml"), """
                ticrypt:
                  base-url: https://127.0.0.1:1
                  tokens: { drive: { file: %s } }
                """.formatted(TokenFile.of(folder, "invented-token")));
        try (RunningProcess once = Jar.start(
                List.of("-Djavax.net.ssl.trustStore=" + damaged), List.of("once", "--config.file=" + config))) {
            assertEquals(1, once.exitCode());
            assertTrue(once.out().contains("\nticrypt_up{api=\"drives\",realm=\"\"} 0\n"), once.out());
            assertTrue(
                    once.err()
                            .contains(
                                    "cannot read drives (tls): GET /api/drives: no TLS connection; check ticrypt.tls and"
                                            + " the certificate: the platform's own trust cannot be read\""),
                    once.err());
        }
    }

    @Test
    void aWebPageInsteadOfJsonIsAMalformedAnswer() throws Exception {
        try (FakeBackend backend = FakeBackend.webPage()) {
            assertServesThatItIsDown(backend, "malformed", "cannot read drives (malformed)");
        }
    }

    private void assertServesThatItIsDown(FakeBackend backend, String reason, String inTheLog) throws Exception {
        Path token = TokenFile.of(folder, "invented-token");
        String yaml = """
                ticrypt:
                  base-url: %s
                  tokens: { drive: { file: %s } }
                """.formatted(backend.uri(), token);
        try (RunningProcess exporter = Jar.serve(folder, yaml)) {
            Web web = Web.ofServe(exporter).awaitReady();

            web.awaitLine("ticrypt_up\\{api=\"drives\",realm=\"\"} 0");
            web.awaitLine("ticrypt_poll_failures_total\\{api=\"drives\",realm=\"\",reason=\"" + reason + "\"} [1-9].*");
            assertTrue(exporter.err().contains(inTheLog), exporter.err());
            assertEquals(200, web.status("/-/healthy"));
            assertEquals(200, web.status("/"));
            exporter.terminate();
            assertEquals(0, exporter.exitCode());
        }
    }
}
