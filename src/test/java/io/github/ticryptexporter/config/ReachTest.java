package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the backend is reached: addresses, proxies, files of tokens, certificates and keys. */
class ReachTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aClientKeyOfEveryKindIsTaken(String algorithm) throws Exception {
        directory.write("client.pem", Pem.CERTIFICATE + Pem.CERTIFICATE);
        directory.write("client.key", Pem.key(algorithm));
        String tls = "  tls: { client-cert-file: client.pem, client-key-file: client.key }\n";
        assertEquals(
                directory.path("client.key"),
                directory
                        .load(ConfigDirectory.MINIMAL + tls)
                        .config()
                        .api()
                        .tls()
                        .clientKeyFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nA=A\n-----END PRIVATE KEY-----\n"
            })
    void anotherKindOfKeyIsRefusedWithoutShowingIt(String key) {
        directory.write("client.pem", Pem.CERTIFICATE);
        directory.write("client.key", key);
        assertEquals(
                "ticrypt.tls.client-key-file: expected a file with an unencrypted PKCS#8 PEM key, but was \"client.key\""
                        + " (line 5); convert it with openssl pkcs8 -topk8 -nocrypt",
                directory.problems(ConfigDirectory.MINIMAL
                        + "  tls: { client-cert-file: client.pem, client-key-file: client.key }\n"));
    }

    @Test
    void aTokenThatEveryUserCanReadIsWarnedOf() throws Exception {
        Path token = directory.path("drive.token");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(
                "ticrypt.tokens.drive.file: every user of this machine can read \"DIR/drive.token\"; take that"
                        + " permission away",
                directory.warnings(ConfigDirectory.MINIMAL.replace("drive.token", token.toString())));
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
