package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.ConfigCheck;
import io.github.ticryptexporter.cli.LiveCheck;
import io.github.ticryptexporter.cli.LogOptions;
import io.github.ticryptexporter.cli.RunningCheck;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.Certificates;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --running} against an exporter in this process, which runs on the same files. */
@ExtendWith(QuietLibraries.class)
class RunningCheckTest {

    private static final String FRESH = "\nready, and every source is fresh\nexit 0\n";
    private static final String TOKEN = "invented-token-0042";
    private static final String HASH = BCrypt.withDefaults().hashToString(4, "invented-password".toCharArray());

    private static final String READY = """
            HTTP/1.1 200 OK
            Content-Length: 5

            ready""";

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private final ManualClock clock = new ManualClock();
    private final SimulatedSite site = Sites.site(11, 0.1, Scenario.CALM, clock);

    private String timeout = "30s";
    private String tokens = "drive: { file: drive.token }, team: { file: team.token }";

    @BeforeEach
    void startSite() throws Exception {
        site.start();
        for (String token : List.of("drive", "vm", "team")) {
            write(token + ".token", String.valueOf(site.tokens().get(token)));
        }
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void oneThatIsReadyAndFreshPassesWithTheAgeOfEachSource() throws Exception {
        tokens += ", vm: { file: vm.token }";
        try (RunningExporter exporter = started("")) {
            exporter.awaitLine("ticrypt_up{api=\"vm_images\",realm=\"libvirt2\"} 1");
            clock.advance(Duration.ofSeconds(130));

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    source      realm     age  stale after  state
                    drives      -         2m   10m          fresh
                    vms         libvirt   2m   5m           fresh
                    vms         libvirt2  2m   5m           fresh
                    vm_configs  libvirt   2m   5m           fresh
                    vm_configs  libvirt2  2m   5m           fresh
                    teams       -         2m   25m          fresh
                    vm_images   libvirt   2m   75m          fresh
                    vm_images   libvirt2  2m   75m          fresh

                    ready, and every source is fresh
                    exit 0
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void oneThatIsNotReadyFailsAtOnce() throws Exception {
        site.fault("/api/teams", Fault.none().delayedBy(Duration.ofHours(1)));
        try (RunningExporter exporter = started("")) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/-/ready: not ready: a source has neither answered nor failed yet; ask again in a minute, and see the exporter's log
                    exit 1
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void aSourceThatIsStaleFails() throws Exception {
        try (RunningExporter exporter = started("")) {
            awaitTeams(exporter);
            clock.advance(Duration.ofMinutes(10));

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    source  realm  age  stale after  state
                    drives  -      10m  10m          stale
                    teams   -      10m  25m          fresh

                    1 of 2 sources have no data that is fresh; the exporter's log says why, and so does http://127.0.0.1:PORT/
                    exit 1
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void aSourceThatWasNeverReadFails() throws Exception {
        site.fault("/api/teams", Fault.none().withStatus(403));
        try (RunningExporter exporter = started("").awaitReady()) {
            exporter.awaitLine("ticrypt_up{api=\"drives\",realm=\"\"} 1");

            String printed = check("http", exporter.port());
            assertTrue(printed.contains("""
                    drives  -      0s   10m          fresh
                    teams   -      -    25m          never
                    """), printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void aRouteThatTheExporterDoesNotReadFails() throws Exception {
        tokens = "drive: { file: drive.token }";
        try (RunningExporter exporter = started("").awaitReady()) {
            exporter.awaitLine("ticrypt_up{api=\"drives\",realm=\"\"} 1");
            configure("", "team: { file: team.token }, drive: { file: drive.token }");

            String printed = check("http", exporter.port());
            assertTrue(printed.contains("\nteams   -      -    -            never\n"), printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void whereNobodyListensItSaysWhatToLookAt() throws Exception {
        configure("", tokens);
        assertEquals("""
                Asking the exporter at http://127.0.0.1:PORT ...

                GET http://127.0.0.1:PORT/-/ready: no connection, refused or unreachable; check --running and that the exporter runs
                exit 1
                """, check("http", freePort()));
    }

    @Test
    void theTokenOfTheWebConfigurationIsPresented() throws Exception {
        write("scraper.token", TOKEN);
        try (RunningExporter exporter = started(
                "bearer_token_files: [ scraper.token ]\nbasic_auth_users: { prometheus: \"" + HASH + "\" }\n")) {
            awaitEnd(FRESH, "http", exporter);
        }
    }

    @Test
    void aTokenThatTheExporterDoesNotTakeFails() throws Exception {
        write("scraper.token", "invented-token-0041");
        try (RunningExporter exporter =
                started("bearer_token_files: [ scraper.token ]\n").awaitReady()) {
            write("scraper.token", TOKEN);

            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/metrics?QUERY: expected 200, but was 401: the exporter does not take what this web configuration has; does it run with the same?
                    exit 1
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void wherePasswordsAloneAreTakenReadinessIsAllThatIsJudged() throws Exception {
        try (RunningExporter exporter =
                started("basic_auth_users: { prometheus: \"" + HASH + "\" }\n").awaitReady()) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    ready; freshness was not read: /metrics asks for a password, and the configuration has only its hash
                    exit 0
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void theCertificateThatTheExporterServesIsBelieved() throws Exception {
        write("scraper.token", TOKEN);
        try (RunningExporter exporter =
                started(tls("SAN=ip:127.0.0.1", "") + "bearer_token_files: [ scraper.token ]\n")) {
            awaitEnd(FRESH, "https", exporter);
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    the web configuration has a certificate: write --running=https instead of http
                    exit 1
                    """, check("http", exporter.port()));
        }
    }

    @Test
    void aCertificateWithAnotherNameIsRefused() throws Exception {
        try (RunningExporter exporter = started(tls("SAN=dns:elsewhere.example.edu", ""))) {
            assertEquals("""
                    Asking the exporter at https://127.0.0.1:PORT ...

                    GET https://127.0.0.1:PORT/-/ready: no TLS connection; check tls_server_config and the certificate: No subject alternative names matching IP address 127.0.0.1 found
                    exit 1
                    """, check("https", exporter.port()));
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefusedAlthoughItIsTheExporters() throws Exception {
        String web = tls("SAN=ip:127.0.0.1", "", "-startdate", "-30d", "-validity", "10");
        try (RunningExporter exporter = started(web)) {
            String printed = check("https", exporter.port());
            assertTrue(
                    printed.contains("\nthe web configuration's certificate does not hold now, so that scrapers refuse it:"
                            + " NotAfter: "),
                    printed);
            assertTrue(printed.endsWith("\nexit 1\n"), printed);
        }
    }

    @Test
    void whereAClientCertificateIsWantedAConnectionIsAllThatIsJudged() throws Exception {
        String mutual = ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: server.crt";
        int port;
        try (RunningExporter exporter = started(tls("SAN=ip:127.0.0.1", mutual))) {
            port = exporter.port();
            assertEquals("""
                    Asking the exporter at https://127.0.0.1:PORT ...

                    it accepts connections; readiness and freshness were not read: it asks for a client certificate, and the configuration has none
                    exit 0
                    """, check("https", port));
        }
        assertEquals("""
                Asking the exporter at https://127.0.0.1:PORT ...

                connecting to https://127.0.0.1:PORT: no connection, refused or unreachable; check --running and that the exporter runs
                exit 1
                """, check("https", port));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!doctype html> | expected metrics of this exporter, but text, line 1: a line without its end
                    ''              | expected [ticrypt_up, ticrypt_last_success_timestamp_seconds, ticrypt_stale_after_seconds], but there is none
                    """)
    void whatIsNoExporterFails(String body, String why) throws Exception {
        assertEquals(
                why + "; check that --running is the address of a ticrypt-exporter",
                trouble("HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\n\n" + body));
    }

    @Test
    void whatIsNotThereFails() throws Exception {
        assertEquals(
                "expected 200, but was 404: check --running and web.telemetry-path",
                trouble("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n"));
    }

    @Test
    void halfAnAnswerFails() throws Exception {
        assertEquals(
                "the connection was lost before the end of the answer",
                trouble("HTTP/1.1 200 OK\nContent-Length: 9\n\n# HELP"));
    }

    @Test
    void anAnswerIsBoundedInSize() throws Exception {
        assertEquals(
                "expected at most 1048576 bytes, but there are more",
                trouble("HTTP/1.1 200 OK\nContent-Length: 2000000\n\n" + "x".repeat(2_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<HANG>", "HTTP/1.1 200 OK\nContent-Length: 9\n\n# H<HANG>"})
    void anAnswerIsBoundedInTime(String answer) throws Exception {
        timeout = "300ms";
        assertEquals("no whole answer within 300 ms", trouble(answer));
    }

    /** What is said of a server that is ready, and gives this answer when it is asked for metrics. */
    private String trouble(String answer) throws Exception {
        configure("", tokens);
        try (EchoingServer server = new EchoingServer(Map.of("/-/ready", READY, "/metrics", answer))) {
            String printed = check("http", server.port());
            String before = "\nGET http://127.0.0.1:PORT/metrics?QUERY: ";
            assertTrue(printed.contains(before) && printed.endsWith("\nexit 1\n"), printed);
            return printed.substring(printed.indexOf(before) + before.length(), printed.indexOf("\nexit 1"));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        configure("", tokens);
        Map<String, String> answers =
                Map.of("/-/ready", "HTTP/1.1 302 Found\nLocation: /elsewhere\nContent-Length: 0\n\n", "else", READY);
        try (EchoingServer server = new EchoingServer(answers)) {
            assertEquals("""
                    Asking the exporter at http://127.0.0.1:PORT ...

                    GET http://127.0.0.1:PORT/-/ready: expected 200, but was 302: no redirect is followed; check --running
                    exit 1
                    """, check("http", server.port()));
        }
    }

    @Test
    void theWorseOfRoutesAndExporterCounts() throws Exception {
        try (RunningExporter exporter = started("")) {
            awaitTeams(exporter);
            assertEquals(0, exitCode(true, exporter.port()));
            assertEquals(1, exitCode(true, freePort()));
            site.fault("/api/teams", Fault.none().withStatus(500));
            assertEquals(1, exitCode(true, exporter.port()));
            assertEquals(0, exitCode(false, exporter.port()));
        }
    }

    private RunningExporter started(String web) throws Exception {
        configure(web, tokens);
        return RunningExporter.start(
                new ConfigLoader(Map.of()).load(folder.resolve("exporter.yaml"), Overrides.NONE), clock);
    }

    private void configure(String web, String given) throws IOException {
        write("exporter.yaml", """
                ticrypt:
                  base-url: %s
                  tokens: { %s }
                  timeouts: { request: %s }
                web: { listen-address: [ "127.0.0.1:0" ]%s }
                """.formatted(
                        site.uri(), given, timeout, web.isEmpty() ? "" : ", config: { file: web.yaml }"));
        write("web.yaml", web);
    }

    private String tls(String name, String further, String... validity) throws Exception {
        Certificates certificates = new Certificates(keys);
        List<String> options = new ArrayList<>(List.of("-ext", name));
        options.addAll(List.of(validity));
        certificates.make("server", options.toArray(String[]::new));
        Files.copy(certificates.certificate("server"), folder.resolve("server.crt"));
        Files.copy(certificates.key("server"), folder.resolve("server.key"));
        return "tls_server_config: { cert_file: server.crt, key_file: server.key%s }\n".formatted(further);
    }

    private static void awaitTeams(RunningExporter exporter) {
        exporter.awaitLine("ticrypt_up{api=\"teams\",realm=\"\"} 1");
    }

    /** For one whose metrics are not for everybody. */
    private void awaitEnd(String end, String scheme, RunningExporter exporter) {
        Awaitility.await().until(() -> check(scheme, exporter.port()).endsWith(end));
    }

    /** What the check prints of the exporter, and its exit code. */
    private String check(String scheme, int port) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exitCode = check(out, false, URI.create(scheme + "://127.0.0.1:" + port));
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertFalse(printed.contains(TOKEN));
        return printed.substring(printed.indexOf("Asking the exporter"))
                        .replace(":" + port, ":PORT")
                        .replaceAll("\\?name\\S+(?=: )", "?QUERY")
                + "exit " + exitCode + "\n";
    }

    private int exitCode(boolean live, int port) throws Exception {
        return check(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                live,
                URI.create("http://127.0.0.1:" + port));
    }

    private int check(PrintStream out, boolean live, URI running) throws Exception {
        Command.Check check =
                new Command.Check(folder.resolve("exporter.yaml"), Overrides.NONE, live, running, LogOptions.DEFAULT);
        LiveCheck routes = new LiveCheck(Build.current(), clock, List::of, out);
        return new ConfigCheck(new ConfigLoader(Map.of()), routes, new RunningCheck(clock, out), out).run(check);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
