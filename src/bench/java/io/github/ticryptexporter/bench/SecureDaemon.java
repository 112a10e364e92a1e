package io.github.ticryptexporter.bench;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An exporter that serves within TLS to one user, and what this user needs.
 *
 * @param sockets trust its certificate
 * @param header with the user's password
 */
record SecureDaemon(Daemon daemon, SocketFactory sockets, String header) implements AutoCloseable {

    private static final char[] STORE_PASSWORD = "invented".toCharArray();
    private static final String USER = "scraper:correct horse battery staple";

    /** What htpasswd is commonly told. */
    private static final int COST = 10;

    static SecureDaemon start(Workspace workspace, Site site, DaemonSettings settings) {
        try {
            KeyStore store = certificate(workspace);
            String config = """
                    tls_server_config: { cert_file: %s, key_file: %s }
                    basic_auth_users: { scraper: "%s" }
                    """.formatted(
                    workspace.write(
                            "cert",
                            pem("CERTIFICATE", store.getCertificate("server").getEncoded())),
                    workspace.write(
                            "key",
                            pem(
                                    "PRIVATE KEY",
                                    store.getKey("server", STORE_PASSWORD).getEncoded())),
                    BCrypt.withDefaults()
                            .hashToString(
                                    COST, USER.substring(USER.indexOf(':') + 1).toCharArray()));
            Path file = workspace.write("web", config);
            Daemon daemon = Daemon.start(workspace, site, settings, List.of("--web.config.file=" + file));
            return new SecureDaemon(daemon, sockets(store), basic(USER));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate", e);
        }
    }

    /** The header that presents a user and his password. */
    static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyStore certificate(Workspace workspace) throws IOException, GeneralSecurityException {
        Path file = workspace.file("store").resolveSibling("server.p12");
        RunningProcess keytool = RunningProcess.start(
                workspace,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=exporter.example.edu",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(STORE_PASSWORD)));
        keytool.awaitEnd();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD);
        }
        return store;
    }

    private static SocketFactory sockets(KeyStore store) throws GeneralSecurityException {
        KeyStore.TrustedCertificateEntry entry = new KeyStore.TrustedCertificateEntry(store.getCertificate("server"));
        store.setEntry("trusted", entry, null);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static String pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }

    ScrapeConnection connect() throws IOException {
        return ScrapeConnection.to(daemon.metrics(), sockets, header);
    }

    @Override
    public void close() {
        daemon.close();
    }
}
