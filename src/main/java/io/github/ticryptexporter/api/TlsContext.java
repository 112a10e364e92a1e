package io.github.ticryptexporter.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Trust and identity from PEM files; with neither, the platform's own context serves. */
final class TlsContext {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private TlsContext() {}

    /**
     * The context that the settings ask for; empty for the platform's own.
     *
     * @throws IOException naming the file that cannot be used
     */
    static Optional<SSLContext> of(TlsSettings settings) throws IOException {
        Path cert = settings.clientCertFile();
        Path key = settings.clientKeyFile();
        if (settings.caFile() == null && cert == null) {
            return Optional.empty();
        }
        TrustManager @Nullable [] trust = settings.caFile() == null ? null : trust(settings.caFile());
        KeyManager @Nullable [] identity = cert == null || key == null ? null : identity(cert, key);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, trust, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS on this platform: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(Path file) throws IOException {
        try {
            KeyStore store = emptyStore();
            int number = 0;
            for (Certificate certificate : certificates(file)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the certificates in " + file + ": " + e.getMessage(), e);
        }
    }

    private static KeyManager[] identity(Path certFile, Path keyFile) throws IOException {
        try {
            KeyStore store = emptyStore();
            Certificate[] chain = certificates(certFile).toArray(Certificate[]::new);
            store.setKeyEntry("client", privateKey(keyFile), new char[0], chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use " + certFile + " with its key " + keyFile + ": " + e.getMessage(), e);
        }
    }

    private static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        byte[] pem = Files.readAllBytes(file);
        List<Certificate> found = List.copyOf(
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)));
        if (found.isEmpty()) {
            throw new IOException("expected PEM certificates in " + file + ", but there are none");
        }
        return found;
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        Matcher pem = PRIVATE_KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IOException("expected an unencrypted PKCS#8 key (BEGIN PRIVATE KEY) in " + file);
        }
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(decoded(pem.group(1), file));
        return KEY_ALGORITHMS.stream()
                .flatMap(algorithm -> privateKey(key, algorithm))
                .findFirst()
                .orElseThrow(() -> new IOException("expected an RSA, EC or EdDSA key in " + file));
    }

    private static byte[] decoded(String base64, Path file) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("expected base64 between BEGIN and END PRIVATE KEY in " + file, e);
        }
    }

    private static Stream<PrivateKey> privateKey(PKCS8EncodedKeySpec key, String algorithm) {
        try {
            return Stream.of(KeyFactory.getInstance(algorithm).generatePrivate(key));
        } catch (GeneralSecurityException e) {
            return Stream.empty();
        }
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
