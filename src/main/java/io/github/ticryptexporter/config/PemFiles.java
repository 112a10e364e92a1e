package io.github.ticryptexporter.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the files below {@code tls} hold what their keys promise, so that it is told at start and not by a handshake. */
final class PemFiles {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PemFiles() {}

    static Optional<Path> certificates(Setting setting) {
        return NamedFile.readable(setting)
                .flatMap(path -> holdsCertificates(path)
                        ? Optional.of(path)
                        : setting.refuse(
                                "a file of PEM certificates", "put \"-----BEGIN CERTIFICATE-----\" blocks into it"));
    }

    static Optional<Path> privateKey(Setting setting) {
        return NamedFile.secret(setting)
                .flatMap(path -> holdsPrivateKey(path)
                        ? Optional.of(path)
                        : setting.refuse(
                                "a file with an unencrypted PKCS#8 PEM key",
                                "convert it with openssl pkcs8 -topk8 -nocrypt"));
    }

    private static boolean holdsCertificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private static boolean holdsPrivateKey(Path file) {
        try {
            Matcher block = PRIVATE_KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!block.find()) {
                return false;
            }
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            return ALGORITHMS.stream().anyMatch(algorithm -> isKey(algorithm, der));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isKey(String algorithm, byte[] der) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
