package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.TlsRelay;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret and certificate takes its successor's place while two scrapers never stop; no scrape fails, nothing restarts. */
class RotationTest {

    private static final String PRIVATE = "rw-------";

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private final SimulatedSite site = Sites.site(11, 0.1, Scenario.CALM, new ManualClock());

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger scrapes = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isOver;
    private volatile String authorization = "";

    @Test
    void noScrapeFails() throws Exception {
        Certificates certificates = certificates();
        site.start();
        site.onRequest(request -> asked.incrementAndGet());
        try (site;
                TlsRelay relay = TlsRelay.to(site.port(), certificates.context("backend", "old-ca"))) {
            files(certificates, relay);
            SSLContext scraper = certificates.context("scraper", "old-ca");
            try (RunningExporter exporter = RunningExporter.start(source(), new ManualClock())) {
                authorization = basic("prometheus", "old-password");
                URI metrics = URI.create("https://127.0.0.1:" + exporter.port() + "/metrics");
                HttpClient keptAlive = client(scraper);
                Thread steady = scraping(() -> status(scrape(keptAlive, metrics)));
                Thread fresh = scraping(() -> statusOfFresh(scraper, metrics));
                Awaitility.await().until(() -> body(keptAlive, metrics).contains(up("drives")));

                rotateServer(certificates, exporter, client(scraper), metrics);
                rotateUsers(exporter);
                rotateBearerTokens(exporter);
                rotateTokens(exporter, keptAlive, metrics);
                rotateBackend(certificates, relay, exporter, keptAlive, metrics);
                rotateHostKey(exporter);

                int before = scrapes.get();
                Awaitility.await().until(() -> scrapes.get() > before + 10);
                isOver = true;
                steady.join();
                fresh.join();
                assertEquals(List.of(), List.copyOf(failures));
            }
        }
    }

    private Certificates certificates() throws Exception {
        Certificates certificates = new Certificates(keys);
        certificates.make("old-ca", "-ext", "bc:c");
        certificates.make("new-ca", "-ext", "bc:c");
        String loopback = "SAN=ip:127.0.0.1";
        certificates.make("server", "-signer", "old-ca", "-ext", loopback);
        certificates.make("server-2", "-signer", "old-ca", "-ext", loopback);
        certificates.make("backend", "-signer", "old-ca", "-ext", loopback);
        certificates.make("backend-2", "-signer", "new-ca", "-ext", loopback);
        certificates.make("exporter", "-signer", "old-ca");
        certificates.make("exporter-2", "-signer", "new-ca");
        certificates.make("scraper", "-signer", "old-ca");
        return certificates;
    }

    private void files(Certificates certificates, TlsRelay relay) throws Exception {
        write("drive.token", token("drive"));
        write("team.token", token("team"));
        write("host.key", "old-host-key");
        copy(certificates.certificate("old-ca"), "ca.pem");
        copy(certificates.certificate("exporter"), "client.pem");
        copy(certificates.key("exporter"), "client.key");
        copy(certificates.certificate("server"), "server.pem");
        copy(certificates.key("server"), "server.key");
        write("bearer.token", "invented-bearer-1");
        write("web.yaml", web(users("old-password"), "bearer.token"));
        write("exporter.yaml", """
                ticrypt:
                  base-url: https://127.0.0.1:%d
                  tokens: { drive: { file: drive.token }, team: { file: team.token } }
                  tls: { ca-file: ca.pem, client-cert-file: client.pem, client-key-file: client.key }
                privacy: { host-key-file: host.key }
                web: { listen-address: [ "127.0.0.1:0" ], config: { file: web.yaml } }
                """.formatted(relay.port()));
    }

    private static String web(String users, String... bearerTokenFiles) {
        return """
                tls_server_config: { cert_file: server.pem, key_file: server.key }
                basic_auth_users: { %s }
                bearer_token_files: [ %s ]
                """.formatted(users, String.join(", ", bearerTokenFiles));
    }

    private static String users(String password) {
        return "prometheus: \"" + BCrypt.withDefaults().hashToString(4, password.toCharArray()) + "\"";
    }

    /** A client that connects anew sees the new certificate; the other's connection goes on. */
    private void rotateServer(Certificates certificates, RunningExporter exporter, HttpClient client, URI metrics)
            throws Exception {
        assertEquals("CN=server.example.edu", shown(client, metrics));
        copy(certificates.certificate("server-2"), "server.pem");
        copy(certificates.key("server-2"), "server.key");
        exporter.lookAtFiles();
        assertEquals("CN=server-2.example.edu", shown(client(certificates.context("scraper", "old-ca")), metrics));
    }

    private String shown(HttpClient client, URI metrics) throws Exception {
        X509Certificate certificate = (X509Certificate)
                scrape(client, metrics).sslSession().orElseThrow().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }

    /** The successor beside the predecessor, then the scrapers, then the predecessor goes. */
    private void rotateUsers(RunningExporter exporter) throws Exception {
        String successor = users("new-password").replace("prometheus:", "prometheus-2:");
        write("web.yaml", web(users("old-password") + ", " + successor, "bearer.token"));
        exporter.lookAtFiles();
        switchTo(basic("prometheus-2", "new-password"));
        write("web.yaml", web(successor, "bearer.token"));
        exporter.lookAtFiles();
    }

    private void rotateBearerTokens(RunningExporter exporter) throws Exception {
        switchTo("Bearer invented-bearer-1");
        write("bearer-2.token", "invented-bearer-2");
        write("web.yaml", web(users("unused-password"), "bearer.token", "bearer-2.token"));
        exporter.lookAtFiles();
        switchTo("Bearer invented-bearer-2");
        write("bearer.token", "invented-bearer-3");
        exporter.lookAtFiles();
    }

    /** Each scraper has begun a scrape with the new credentials, so that none comes with the old ones any more. */
    private void switchTo(String credentials) {
        authorization = credentials;
        int before = scrapes.get();
        Awaitility.await().until(() -> scrapes.get() > before + 4);
    }

    /** Each other one is the full-access token, which the backend takes as well. */
    private void rotateTokens(RunningExporter exporter, HttpClient client, URI metrics) throws Exception {
        write("drive.token", token("drive.full"));
        write("team.token", token("team.full"));
        write(
                "exporter.yaml",
                text("exporter.yaml").replace("privacy:", "poll: { intervals: { drives: 1s } }\nprivacy:"));
        exporter.lookAtFiles();
        Awaitility.await().until(() -> body(client, metrics).contains(up("drives")));
        assertTrue(body(client, metrics).contains(up("teams")));
    }

    /** First whom to trust, then the backend's own certificate and whom it trusts, then the own. */
    private void rotateBackend(
            Certificates certificates, TlsRelay relay, RunningExporter exporter, HttpClient client, URI metrics)
            throws Exception {
        write("ca.pem", text("ca.pem") + Files.readString(certificates.certificate("new-ca")));
        exporter.lookAtFiles();
        relay.use(certificates.context("backend-2", "new-ca"));
        copy(certificates.certificate("exporter-2"), "client.pem");
        copy(certificates.key("exporter-2"), "client.key");
        exporter.lookAtFiles();
        write("ca.pem", Files.readString(certificates.certificate("new-ca")));
        exporter.lookAtFiles();
        int before = asked.get();
        Awaitility.await().until(() -> asked.get() > before + 1);
        Awaitility.await().until(() -> body(client, metrics).contains(up("drives")));
    }

    private void rotateHostKey(RunningExporter exporter) throws Exception {
        write("host.key", "new-host-key");
        exporter.lookAtFiles();
    }

    private static String up(String route) {
        return "ticrypt_up{api=\"" + route + "\",realm=\"\"} 1\n";
    }

    /** Scrapes once and gives the status, or 0 for an answer that is no exposition. */
    @FunctionalInterface
    private interface Scraper {
        int scrape() throws IOException, InterruptedException;
    }

    private Thread scraping(Scraper scraper) {
        Thread thread = new Thread(() -> {
            while (!isOver) {
                scrapeOnce(scraper);
            }
        });
        thread.start();
        return thread;
    }

    private void scrapeOnce(Scraper scraper) {
        try {
            int status = scraper.scrape();
            if (status != 200) {
                failures.add("status " + status);
            }
        } catch (IOException e) {
            failures.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scrapes.incrementAndGet();
    }

    private static int status(HttpResponse<String> answer) {
        return answer.body().contains("ticrypt_exporter_build_info") ? answer.statusCode() : 0;
    }

    /** On a connection that ends with the scrape. */
    private int statusOfFresh(SSLContext context, URI metrics) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) metrics.toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setRequestProperty("Authorization", authorization);
        try (InputStream body = connection.getInputStream()) {
            return body.readAllBytes().length > 0 ? connection.getResponseCode() : 0;
        } finally {
            connection.disconnect();
        }
    }

    private String body(HttpClient client, URI metrics) throws IOException, InterruptedException {
        return scrape(client, metrics).body();
    }

    private HttpResponse<String> scrape(HttpClient client, URI metrics) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .header("Authorization", authorization)
                .header("Accept", RunningExporter.TEXT)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private ConfigSource source() {
        return new ConfigSource(new ConfigLoader(Map.of()), folder.resolve("exporter.yaml"), Overrides.NONE);
    }

    private String token(String name) {
        return String.valueOf(site.tokens().get(name));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private void copy(Path from, String name) throws IOException {
        write(name, Files.readString(from));
    }

    /** As a careful administrator does: whole, private and in one step. */
    private void write(String name, String text) throws IOException {
        Path successor = Files.writeString(folder.resolve(name + ".new"), text);
        Files.setPosixFilePermissions(successor, PosixFilePermissions.fromString(PRIVATE));
        Files.move(successor, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
