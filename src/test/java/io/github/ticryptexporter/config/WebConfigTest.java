package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.http.NamedGroups;
import io.github.ticryptexporter.http.WebSecurity;
import io.github.ticryptexporter.testing.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each documented key of the web configuration, alone and in the documented examples, with what is made of it or the whole
 * message that refuses it: {@code web-config.txt} lists a claim, the file, and what {@code /-/config} then shows, what is
 * warned of or what is wrong behind {@code >}.
 */
class WebConfigTest {

    private static final String PASSWORD = "invented-password-0042";

    private final ConfigDirectory directory;

    WebConfigTest(@TempDir Path temporary) throws Exception {
        directory = new ConfigDirectory(temporary);
        Path web = Files.createDirectory(temporary.resolve("web"));
        directory.write("web/server.crt", Pem.pairedCertificate());
        directory.write("web/server.key", Pem.pairedKey());
        directory.write("web/other.key", Pem.key("RSA"));
        directory.write("web/client_ca.pem", Pem.CERTIFICATE);
        directory.write("web/scraper.token", "invented-token-0042\n");
        directory.write("web/two.token", "invented token\n");
        directory.write("web/empty", "");
        Files.setPosixFilePermissions(
                directory.write("web/open.key", Pem.pairedKey()), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(Files.isDirectory(web));
    }

    @TestFactory
    Stream<DynamicTest> files() {
        return Claim.golden("web-config.txt").map(claim -> DynamicTest.dynamicTest(claim.words(), () -> check(claim)));
    }

    private void check(Claim claim) throws Exception {
        directory.write("web/web.yml", inlined(claim.file()));
        assertEquals(claim.expected(), outcome());
    }

    /** PEM does not fit into a list of claims. */
    private static String inlined(String file) throws Exception {
        return file.replace("(certificate)", indented(Pem.pairedCertificate()))
                .replace("(key)", indented(Pem.pairedKey()))
                .replace("(authority)", indented(Pem.CERTIFICATE));
    }

    private static String indented(String pem) {
        return "|\n" + pem.indent(4);
    }

    private String outcome() {
        try {
            LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL + "web: { config: { file: web/web.yml } }\n");
            String shown = EffectiveConfig.render(loaded.config(), loaded.files());
            String web = shown.substring(shown.indexOf("# The web") < 0 ? shown.length() : shown.indexOf("# The web"));
            List<String> warnings =
                    loaded.warnings().stream().map(line -> "warning: " + line).toList();
            return directory
                    .masked(String.join("\n", warnings) + (warnings.isEmpty() ? "" : "\n") + web)
                    .replaceAll("not_after: .*", "not_after: ...")
                    .replaceAll("sha256: .*", "sha256: ...")
                    .strip();
        } catch (InvalidConfigException e) {
            return directory.masked(String.join("\n", e.problems()));
        }
    }

    @Test
    void curvesCanBeChosenWhereThePlatformLetsThem() {
        directory.write("web/web.yml", """
                tls_server_config:
                  cert_file: server.crt
                  key_file: server.key
                  curve_preferences: [ CurveP384, X25519 ]
                """);
        String outcome = outcome();
        if (NamedGroups.canBeChosen()) {
            assertTrue(outcome.contains("#   curve_preferences:\n#   - \"CurveP384\"\n#   - \"X25519\""), outcome);
        } else {
            assertEquals(
                    "tls_server_config: curve_preferences needs Java 20 or later (line 2 of web.yml); remove it, or start"
                            + " an older Java with -Djdk.tls.namedGroups=secp384r1,x25519",
                    outcome);
        }
    }

    @Test
    void oneSlipAnywhereBringsNoSecretIntoAMessage() {
        String file = """
                tls_server_config:
                  cert_file: server.crt
                  key: invented-password-0042
                basic_auth_users:
                  alice: invented-password-0042
                bearer_token_files: [ invented-password-0042 ]
                """;
        Set<String> leaks = new TreeSet<>();
        for (int at = 0; at <= file.length(); at += 5) {
            for (String slip : List.of("", "\n", " ", ":", "{")) {
                directory.write("web/web.yml", file.substring(0, at) + slip + file.substring(at));
                String outcome = outcome();
                if (outcome.contains(PASSWORD)) {
                    leaks.add(outcome);
                }
            }
        }
        assertEquals(Set.of(), leaks);
    }

    @Test
    void nothingThatIsLoadedShowsASecret() throws Exception {
        String hash = "$2y$10$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i";
        directory.write(
                "web/web.yml", "basic_auth_users: { alice: " + hash + " }\nbearer_token_files: scraper.token\n");
        LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL + "web: { config: { file: web/web.yml } }\n");
        WebSecurity security = loaded.config().http().security();
        String shown = loaded + EffectiveConfig.render(loaded.config(), loaded.files());
        assertEquals(1, security.authentication().users().size());
        assertFalse(shown.contains(hash), shown);
        assertFalse(shown.contains("alice"), shown);
        assertFalse(shown.contains("invented-token"), shown);
    }

    @Test
    void beyondLoopbackTlsAndAuthenticationAreNeededOrTheFlag() throws Exception {
        String open = ConfigDirectory.MINIMAL + "web: { listen-address: \":0\", config: { file: web/web.yml } }\n";
        String users = "basic_auth_users: { alice: $2y$10$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i }\n";
        String tls = "tls_server_config: { cert_file: server.crt, key_file: server.key";
        String mend =
                "; name a file with tls_server_config and basic_auth_users by --web.config.file, or accept it with"
                        + " --web.allow-open";

        directory.write("web/web.yml", tls + " }\n" + users);
        assertFalse(directory.load(open).config().http().isOpen());
        directory.write(
                "web/web.yml",
                tls + ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: client_ca.pem }\n");
        assertFalse(directory.load(open).config().http().isOpen());
        directory.write("web/web.yml", tls + " }\nbearer_token_files: [ scraper.token ]\n");
        assertFalse(directory.load(open).config().http().isOpen());

        directory.write("web/web.yml", users);
        assertEquals(
                "web.listen-address: expected a loopback address, since another one would be served without TLS: whoever"
                        + " listens on the way reads metrics and passwords, but was \":0\" (line 5)" + mend,
                directory.problems(open));
        directory.write("web/web.yml", tls + " }\n");
        assertEquals(
                "web.listen-address: expected a loopback address, since another one would be served to everyone who"
                        + " reaches it, without authentication, but was \":0\" (line 5)" + mend,
                directory.problems(open));
        assertTrue(directory
                .load(open.replace("web: {", "web: { allow-open: true,"))
                .config()
                .http()
                .isOpen());
    }

    @Test
    void anExpiredCertificateIsWarnedOfAndServed(@TempDir Path temporary) throws Exception {
        Certificates certificates = new Certificates(temporary);
        certificates.make("past", "-startdate", "-30d", "-validity", "10");
        directory.write(
                "web/web.yml",
                "tls_server_config: { cert_file: " + certificates.certificate("past") + ", key_file: "
                        + certificates.key("past") + " }\n");
        assertTrue(outcome()
                .contains("warning: tls_server_config: the certificate has expired: clients will refuse it; renew it"));
    }
}
