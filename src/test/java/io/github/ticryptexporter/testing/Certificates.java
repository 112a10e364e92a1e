package io.github.ticryptexporter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and their keys, made by the JDK's own tool in a directory of the test, in one key store. */
public final class Certificates {

    private static final char[] PASSWORD = "invented".toCharArray();

    private final Path directory;

    public Certificates(Path directory) {
        this.directory = directory;
    }

    /** A certificate of this name with a key on the curve P-256, with what else the tool is told. */
    public void make(String name, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        all.addAll(List.of(options));
        run(name, all);
    }

    /** The same with a key of this algorithm. */
    public void makeWith(String algorithm, String name) throws IOException, InterruptedException {
        run(name, List.of("-keyalg", algorithm));
    }

    private void run(String name, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name + ".example.edu",
                "-keystore",
                store().toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        command.addAll(options);
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
        if (tool.waitFor() != 0) {
            throw new IOException(Files.readString(directory.resolve(name + ".log")));
        }
    }

    /** The certificate as a PEM file. */
    public Path certificate(String name) throws IOException, GeneralSecurityException {
        return pem(name, "CERTIFICATE", load().getCertificate(name).getEncoded());
    }

    /** The key as a PEM file, PKCS#8 and unencrypted. */
    public Path key(String name) throws IOException, GeneralSecurityException {
        return pem(name, "PRIVATE KEY", load().getKey(name, PASSWORD).getEncoded());
    }

    /** A socket that shows this certificate. */
    public ServerSocket listener(String name) throws IOException, GeneralSecurityException {
        return context(name, name).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A socket that shows one certificate and wants the other from its client. */
    public ServerSocket listener(String name, String client) throws IOException, GeneralSecurityException {
        SSLServerSocket listener = (SSLServerSocket) context(name, client)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(true);
        return listener;
    }

    /** Shows the one certificate and trusts what the other signed. */
    public SSLContext context(String name, String trusted) throws IOException, GeneralSecurityException {
        return context(name, this, trusted);
    }

    /** The same where the other is of another store. */
    public SSLContext context(String name, Certificates others, String trusted)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore all = load();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
        identity.init(own, PASSWORD);
        return context(identity.getKeyManagers(), others.trust(trusted));
    }

    /** Shows nothing and trusts what the other signed. */
    public SSLContext onlyTrusting(String trusted) throws IOException, GeneralSecurityException {
        return context(new KeyManager[0], trust(trusted));
    }

    private static SSLContext context(KeyManager[] identity, TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, trust, null);
        return context;
    }

    private TrustManager[] trust(String trusted) throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry(trusted, load().getCertificate(trusted));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        return trust.getTrustManagers();
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private Path store() {
        return directory.resolve("all.p12");
    }

    private Path pem(String name, String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                directory.resolve(name + "-" + type.replace(' ', '-') + ".pem"),
                "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }
}
