package io.github.ticryptexporter.endtoend;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Something at the base URL that is no tiCrypt; answers every request with a web page. */
record FakeBackend(URI uri, Runnable stop) implements AutoCloseable {
    private static final byte[] PAGE = "<html><body>Sign in</body></html>".getBytes(StandardCharsets.US_ASCII);
    private static final String PASSWORD = "invented-password";
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Nobody listens. */
    static FakeBackend absent() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new FakeBackend(URI.create("http://127.0.0.1:" + socket.getLocalPort()), () -> {});
        }
    }

    /** A web page instead of JSON, as from a sign-in portal. */
    static FakeBackend webPage() throws Exception {
        return started(HttpServer.create(ANY_PORT, 0), "http://127.0.0.1:");
    }

    /** Behind a certificate that nobody signed but itself. */
    static FakeBackend untrusted(Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("backend.p12"))));
        return started(server, "https://localhost:");
    }

    @Override
    public void close() {
        stop.run();
    }

    private static FakeBackend started(HttpServer server, String prefix) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        return new FakeBackend(URI.create(prefix + server.getAddress().getPort()), () -> server.stop(0));
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        makeKey(file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void makeKey(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments = "-genkeypair -alias backend -keyalg EC -storetype PKCS12 -dname CN=localhost"
                + " -ext san=dns:localhost -storepass " + PASSWORD + " -keystore ";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(arguments.strip().split(" ", -1)));
        command.add(file.toString());
        try (RunningProcess process = RunningProcess.start(Map.of(), command)) {
            if (process.exitCode() != 0) {
                throw new IllegalStateException(process.out() + process.err());
            }
        }
    }
}
