package io.github.ticryptexporter.config;

import io.github.ticryptexporter.testing.Certificates;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** PEM files for tests: a certificate that nothing trusts, a pair, and keys that are made anew each time. */
final class Pem {

    static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBiTCCAS+gAwIBAgIUe8nJqu5l9m/X86Su/tizmf8YDHwwCgYIKoZIzj0EAwIw
            GTEXMBUGA1UEAwwOY2EuZXhhbXBsZS5lZHUwIBcNMjYxMTIyMDg1MTIxWhgPMjEy
            NjEwMjkwODUxMjFaMBkxFzAVBgNVBAMMDmNhLmV4YW1wbGUuZWR1MFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEnQ/G5e+7pfBh7EvGRojOVVcz761M0bFj4KGtjv+L
            VJaS+LDiD75FJ6zjhQGUw6EzHgwm3bAcwVYDyBaPsPKSqqNTMFEwHQYDVR0OBBYE
            FKpnzUoJlNSdsrrm22ghtlB8J13KMB8GA1UdIwQYMBaAFKpnzUoJlNSdsrrm22gh
            tlB8J13KMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgdaApahOT
            DSarXw31ed9EdkvpGOwkTi7npsw30wYGOZECIQC9XhMBwHuow3yJ5M8poZBldiPM
            3loXUMM5kt5acmA/hw==
            -----END CERTIFICATE-----
            """;

    private static @Nullable Certificates made;

    private Pem() {}

    /** A certificate whose key is {@link #pairedKey}; made once. */
    static String pairedCertificate() throws Exception {
        return Files.readString(made().certificate("pair"));
    }

    static String pairedKey() throws Exception {
        return Files.readString(made().key("pair"));
    }

    private static synchronized Certificates made() throws Exception {
        if (made == null) {
            made = new Certificates(Files.createTempDirectory("pem"));
            made.make("pair");
        }
        return made;
    }

    /** An unencrypted PKCS#8 key. */
    static String key(String algorithm) throws NoSuchAlgorithmException {
        byte[] der = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
