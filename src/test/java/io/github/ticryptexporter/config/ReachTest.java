package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.identity.ProviderSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the backend is reached: addresses, proxies, files of tokens, certificates and keys. */
class ReachTest {

    private static final String CLIENT = "  tls: { client-cert-file: client.pem, client-key-file: client.key }\n";

    private final ConfigDirectory directory;

    ReachTest(@TempDir Path temporary) {
        directory = new ConfigDirectory(temporary);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.edu, https://api.example.edu",
        "https://api.example.edu/, https://api.example.edu",
        "https://api.example.edu:8443/prefix//, https://api.example.edu:8443/prefix",
        "HTTPS://api.example.edu, HTTPS://api.example.edu",
        "http://localhost:10918, http://localhost:10918",
        "http://127.8.9.10, http://127.8.9.10",
        "http://[::1]:10918/, http://[::1]:10918",
    })
    void aBackendsAddressLosesItsLastSlash(String written, URI address) throws Exception {
        String yaml = ConfigDirectory.MINIMAL.replace("https://api.example.edu", "\"" + written + "\"");
        LoadedConfig loaded = directory.load(yaml);
        assertEquals(address, loaded.config().api().baseUrl());
        assertEquals("", directory.warnings(yaml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example.edu:3128", "http://proxy.example.edu:3128/"})
    void aProxyIsResolvedAtEveryConnection(String written) throws Exception {
        LoadedConfig loaded = directory.load(ConfigDirectory.MINIMAL + "  proxy: " + written + "\n");
        assertEquals(
                InetSocketAddress.createUnresolved("proxy.example.edu", 3128),
                loaded.config().api().viaProxy().orElseThrow());
    }

    @Test
    void aClientsCertificateAndItsKeyAreTaken() throws Exception {
        directory.write("client.pem", Pem.pairedCertificate());
        directory.write("client.key", Pem.pairedKey());
        TlsSettings tls =
                directory.load(ConfigDirectory.MINIMAL + CLIENT).config().api().tls();
        assertEquals(
                "TlsSettings[trust=null, identity=Identity[DIR/client.pem, 1 certificates, key ***]]",
                directory.masked(tls.toString()));
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        directory.write("client.pem", Pem.pairedCertificate());
        directory.write("client.key", Pem.key("EC"));
        assertEquals(
                "ticrypt.tls.client-key-file: expected the key of the certificate, but was \"client.key\" (line 5);"
                        + " it belongs to another one; give both files of one pair",
                directory.problems(ConfigDirectory.MINIMAL + CLIENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY----- | it is encrypted; decrypt it with openssl pkcs8 -topk8 -nocrypt
            -----BEGIN EC PRIVATE KEY-----AAAA-----END EC PRIVATE KEY-----               | the key in it is damaged, or not of RSA, EC or EdDSA
            -----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----                     | the key in it is damaged, or not of RSA, EC or EdDSA
            AAAA                                                                         | put a "-----BEGIN PRIVATE KEY-----" block into it
            """)
    void anotherKindOfKeyIsRefusedWithoutShowingIt(String key, String mend) throws Exception {
        directory.write("client.pem", Pem.pairedCertificate());
        directory.write("client.key", key);
        assertEquals(
                "ticrypt.tls.client-key-file: expected a file with an unencrypted private key in PEM, but was"
                        + " \"client.key\" (line 5); " + mend,
                directory.problems(ConfigDirectory.MINIMAL + CLIENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rw-r--r-- | rwx------ | every user of this machine can read DIR/drive.token; take that permission away
                    rw-r--rw- | rwx------ | every user of this machine can change DIR/drive.token; take that permission away
                    rw------- | rwx----wx | every user of this machine can replace DIR/drive.token; take the permission to write away from its directory
                    """)
    void aTokenThatEveryUserGetsAtIsWarnedOf(String file, String folder, String warning) throws Exception {
        Path token = directory.path("drive.token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString(file));
        Files.setPosixFilePermissions(token.resolveSibling("."), PosixFilePermissions.fromString(folder));
        assertEquals("ticrypt.tokens.drive.file: " + warning, directory.warnings(ConfigDirectory.MINIMAL));
    }

    @ParameterizedTest
    @CsvSource({"0640, 0750", "0660, 0770", "0600, 01777"})
    void aGroupAndADirectoryWhereOnlyOwnersReplaceFilesAreFine(String file, String folder) throws Exception {
        Path token = directory.path("drive.token");
        Files.setAttribute(token, "unix:mode", Integer.parseInt(file, 8));
        Files.setAttribute(token.resolveSibling("."), "unix:mode", Integer.parseInt(folder, 8));
        assertEquals("", directory.warnings(ConfigDirectory.MINIMAL));
    }

    @Test
    void theKeyOfAProviderIsJudgedLikeAToken() throws Exception {
        Files.setPosixFilePermissions(
                directory.write("monocloud.key", ConfigDirectory.TOKEN), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(
                """
                identity.monocloud.api-key.file: every user of this machine can read DIR/monocloud.key; take that permission away
                identity.monocloud.base-url: its accounts are counted and compared with nobody, since no user token is configured""",
                directory.warnings(
                        ConfigDirectory.MINIMAL
                                + "identity: { monocloud: { base-url: https://id.example.edu, api-key: { file: monocloud.key } } }\n"));
    }

    @Test
    void aProviderIsTrustedByItsOwnFilesAlone() throws Exception {
        directory.write("ca.pem", Pem.CERTIFICATE);
        directory.write("id.key", ConfigDirectory.TOKEN);
        LoadedConfig loaded = directory.load(
                ConfigDirectory.MINIMAL
                        + "  tls: { ca-file: ca.pem }\nidentity: { monocloud: { base-url: https://id.example.edu, api-key: { file: id.key } } }\n");
        assertEquals(
                List.of(TlsSettings.PLATFORM),
                loaded.config().identity().providers().values().stream()
                        .map(ProviderSettings::tls)
                        .toList());
        assertEquals(
                "identity.monocloud.tls: expected client-cert-file and client-key-file together, but was one of them (line 5);"
                        + " add the other",
                directory.problems(
                        ConfigDirectory.MINIMAL
                                + "identity: { monocloud: { base-url: https://id.example.edu, tls: { client-cert-file: ca.pem }, api-key: { file: id.key } } }\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    base-url | https://someone:invented@api.example.edu  | an address such as https://api.example.edu, without user, query and fragment, but was "***@api.example.edu" (line 2); write one
                    base-url | https://api.example.edu/x?token=invented  | an address such as https://api.example.edu, without user, query and fragment, but was "https://api.example.edu/x?***" (line 2); write one
                    proxy    | http://a:invented@proxy.example.edu:3128  | http://HOST:PORT without a user, but was "***@proxy.example.edu:3128" (line 2); write for example http://proxy.example.edu:3128
                    """)
    void anAddressWithAUserOrAQueryIsRefusedWithoutShowingThem(String key, String address, String expected) {
        String yaml = ConfigDirectory.MINIMAL.replace("ticrypt:\n", "ticrypt:\n  " + key + ": " + address + "\n");
        assertEquals(
                "ticrypt." + key + ": expected " + expected,
                directory.problems(
                        key.equals("proxy") ? yaml : yaml.replace("  base-url: https://api.example.edu\n", "")));
    }

    /** Curl calls it insecure, others verify: false or trust-all. */
    @ParameterizedTest
    @ValueSource(strings = {"insecure", "insecure-skip-verify", "verify", "trust-all", "hostname-verification"})
    void noKeySwitchesVerificationOff(String key) {
        String problem = directory.problems(ConfigDirectory.MINIMAL + "  tls: { " + key + ": true }\n");
        assertTrue(problem.startsWith("ticrypt.tls." + key + ": unknown key (line 5)"), problem);
    }

    @Test
    void aDirectoryIsNoTokenFile() throws Exception {
        Files.createDirectory(directory.path("directory"));
        assertEquals(
                "ticrypt.tokens.drive.file: expected the path of a file, but was \"DIR/directory\" (line 4); it is"
                        + " a directory; name the file in it",
                directory.problems(ConfigDirectory.MINIMAL.replace(
                        "drive.token", directory.path("directory").toString())));
    }

    @Test
    void aDeviceIsNoTokenFile() {
        assertEquals(
                "ticrypt.tokens.drive.file: expected the path of a file, but was \"/dev/null\" (line 4); it is a pipe, a"
                        + " device or the like; write what it gives into a file",
                directory.problems(ConfigDirectory.MINIMAL.replace("drive.token", "/dev/null")));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:0, 127.0.0.1:0", "localhost:1, localhost:1", "'[::1]:2', '[0:0:0:0:0:0:0:1]:2'"})
    void aListenAddressIsWrittenAsItIsRead(String written, String shown) {
        assertEquals(shown, ListenAddress.format(ListenAddress.of(written)));
    }

    @Test
    void aPortAloneMeansEveryInterface() {
        assertEquals(new InetSocketAddress(10917), ListenAddress.of(":10917"));
    }
}
