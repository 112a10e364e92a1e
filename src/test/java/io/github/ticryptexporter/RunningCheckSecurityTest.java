package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --running} with what the web configuration has: whom it believes, and what it presents. */
@ExtendWith(QuietLibraries.class)
class RunningCheckSecurityTest {

    private static final String FRESH = "\nready, and every source is fresh\nexit 0\n";
    private static final String HASH = BCrypt.withDefaults().hashToString(4, "invented-password".toCharArray());

    private final CheckedSite site;
    private final Certificates certificates;

    RunningCheckSecurityTest(@TempDir Path folder, @TempDir Path keys) throws IOException {
        site = CheckedSite.started(folder);
        certificates = new Certificates(keys);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theTokenOfTheWebConfigurationIsPresented() throws Exception {
        site.write("scraper.token", CheckedSite.TOKEN);
        try (RunningExporter exporter = started(
                "bearer_token_files: [ scraper.token ]\nbasic_auth_users: { prometheus: \"" + HASH + "\" }\n")) {
            awaitEnd(FRESH, "http", exporter);
        }
    }

    @Test
    void aTokenThatTheExporterDoesNotTakeFails() throws Exception {
        site.write("scraper.token", "invented-token-0041");
        try (RunningExporter exporter =
                started("bearer_token_files: [ scraper.token ]\n").awaitReady()) {
            site.write("scraper.token", CheckedSite.TOKEN);

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/metrics?QUERY: expected 200, but was 401: the exporter does not take what this web configuration has; does it run with the same?
                    exit 1
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void wherePasswordsAloneAreTakenReadinessIsAllThatIsJudged() throws Exception {
        try (RunningExporter exporter =
                started("basic_auth_users: { prometheus: \"" + HASH + "\" }\n").awaitReady()) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    ready; freshness was not read: /metrics asks for a password, and the configuration has only its hash
                    exit 0
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void theCertificateThatTheExporterServesIsBelieved() throws Exception {
        site.write("scraper.token", CheckedSite.TOKEN);
        try (RunningExporter exporter =
                started(tls("SAN=ip:127.0.0.1", "") + "bearer_token_files: [ scraper.token ]\n")) {
            awaitEnd(FRESH, "https", exporter);
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    the web configuration has a certificate: write --running=https instead of http
                    exit 1
                    """, site.check("http", exporter.port()));
        }
    }

    @Test
    void aCertificateWithAnotherNameIsRefused() throws Exception {
        try (RunningExporter exporter = started(tls("SAN=dns:elsewhere.example.edu", ""))) {
            assertEquals("""
                    Asking the exporter at https://127.0.0.1:PORT ...

                    GET https://127.0.0.1:PORT/-/ready: no TLS connection; check tls_server_config and the certificate: No subject alternative names matching IP address 127.0.0.1 found
                    exit 1
                    """, site.check("https", exporter.port()));
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefusedAlthoughItIsTheExporters() throws Exception {
        String web = tls("SAN=ip:127.0.0.1", "", "-startdate", "-30d", "-validity", "10");
        try (RunningExporter exporter = started(web)) {
            String printed = site.check("https", exporter.port());
            assertTrue(
                    printed.contains(
                            "\nthe web configuration's certificate does not hold now, so that scrapers refuse it:"
                                    + " NotAfter: "),
                    printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void whereAClientCertificateIsWantedAConnectionIsAllThatIsJudged() throws Exception {
        String mutual = ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: server.crt";
        int port;
        try (RunningExporter exporter = started(tls("SAN=ip:127.0.0.1", mutual))) {
            port = exporter.port();
            assertEquals("""
                    Asking the exporter at https://127.0.0.1:PORT ...

                    it accepts connections; readiness and freshness were not read: it asks for a client certificate, and the configuration has none
                    exit 0
                    """, site.check("https", port));
        }
        assertEquals("""
                Asking the exporter at https://127.0.0.1:PORT ...

                connecting to https://127.0.0.1:PORT: no connection, refused or unreachable; check --running and that the exporter runs
                exit 1
                """, site.check("https", port));
    }

    private RunningExporter started(String web) throws Exception {
        site.configure(List.of("drive", "team"), "30s", web);
        return site.exporter();
    }

    /** With a certificate of an authority that the exporter does not show. */
    private String tls(String name, String further, String... validity) throws Exception {
        List<String> options = new ArrayList<>(List.of("-signer", "authority", "-ext", name));
        options.addAll(List.of(validity));
        certificates.make("authority", "-ext", "bc:c");
        certificates.make("server", options.toArray(String[]::new));
        site.write("server.crt", Files.readString(certificates.certificate("server")));
        site.write("server.key", Files.readString(certificates.key("server")));
        return "tls_server_config: { cert_file: server.crt, key_file: server.key%s }\n".formatted(further);
    }

    /** For one whose metrics are not for everybody. */
    private void awaitEnd(String end, String scheme, RunningExporter exporter) {
        Awaitility.await().until(() -> site.check(scheme, exporter.port()).endsWith(end));
    }
}
