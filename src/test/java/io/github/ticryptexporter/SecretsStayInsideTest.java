package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.github.ticryptexporter.cli.Build;
import io.github.ticryptexporter.cli.Command;
import io.github.ticryptexporter.cli.ConfigCheck;
import io.github.ticryptexporter.cli.LiveCheck;
import io.github.ticryptexporter.cli.LogOptions;
import io.github.ticryptexporter.cli.OneShot;
import io.github.ticryptexporter.cli.RunningCheck;
import io.github.ticryptexporter.config.ConfigLoader;
import io.github.ticryptexporter.config.ConfigSource;
import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A secret that was planted as a marker comes out nowhere, whatever happens to the exporter: not in a log at debug, nor in a
 * page, a metric, a message, a thread's name or on a standard stream.
 */
class SecretsStayInsideTest {

    /** What begins each of them, and nothing else. */
    private static final String MARK = "Mark3d+";

    /** Each of its own form: two files, a variable, a value, and two keys of providers. */
    private static final Map<String, String> SECRETS = Map.of(
            "drive", "Mark3d+Dr1ve/Tok3n%3D=0001",
            "vm", "Mark3d+V1rtual/Tok3n%3D=0002",
            "team", "Mark3d+T3am/Tok3n%3D=0003",
            "project", "Mark3d+Pr0ject/Tok3n%3D=0004",
            "monocloud", "Mark3d+Cl0ud/K3y%3D=0005",
            "allthenticate", "Mark3d+D3vice/K3y%3D=0006");

    /** What goes wrong with the backend, by the name of a realm that it befalls: one line each. */
    private static final Map<String, String> TROUBLES = table("""
            no-status-line           SSH-2.0-TOKEN\\n\\n
            status-of-no-number      HTTP/1.1 TOKEN\\n\\n
            reason-phrase            HTTP/1.1 401 TOKEN\\nContent-Length: 0\\n\\n
            rejected                 HTTP/1.1 401 Unauthorized\\n\\n{"message":"TOKEN is revoked"}
            forbidden                HTTP/1.1 403 Forbidden\\nWWW-Authenticate: Bearer realm="TOKEN"\\n\\nTOKEN
            not-found                HTTP/1.1 404 TOKEN\\n\\nno TC_TOKEN=TOKEN here
            error-page               HTTP/1.1 500 Oops\\nContent-Type: text/html\\n\\n<h1>TC_TOKEN=TOKEN</h1>
            proxy-wants-a-password   HTTP/1.1 407 TOKEN\\nProxy-Authenticate: Basic realm="TOKEN"\\n\\nTOKEN
            page-instead-of-json     HTTP/1.1 200 OK\\nContent-Type: text/html\\n\\n<html>TOKEN</html>
            object-for-array         HTTP/1.1 200 OK\\n\\n{"TOKEN":"TOKEN"}
            values-of-other-kinds    HTTP/1.1 200 OK\\n\\n[{"id":"vm-1","state":"TOKEN","TOKEN":"TOKEN","cores":"TOKEN"}]
            items-of-other-kinds     HTTP/1.1 200 OK\\n\\n["TOKEN",{"id":7,"TOKEN":[{"TOKEN":1}]}]
            broken-json              HTTP/1.1 200 OK\\n\\n[{"id":"vm-1",TOKEN
            broken-utf8              HTTP/1.1 200 OK\\n\\n[{"id":"TOKEN\u00ff\u00fe"}]
            cut-off                  HTTP/1.1 200 OK\\nContent-Length: 1000\\n\\n["TOKEN
            redirect                 HTTP/1.1 302 Found\\nLocation: http://TOKEN@127.0.0.1:1/TOKEN?t=TOKEN\\n\\nTOKEN
            odd-headers              HTTP/1.1 503 Busy\\nDate: TOKEN\\nRetry-After: TOKEN\\nSet-Cookie: TC_TOKEN=TOKEN\\nX-Echo: TOKEN\\n\\n
            length-of-no-number      HTTP/1.1 200 OK\\nContent-Length: TOKEN\\n\\n[]
            unknown-coding           HTTP/1.1 200 OK\\nContent-Encoding: TOKEN\\n\\n[]
            broken-gzip              HTTP/1.1 200 OK\\nContent-Encoding: gzip\\n\\nTOKEN
            unknown-transfer         HTTP/1.1 200 OK\\nTransfer-Encoding: TOKEN\\n\\n[]
            chunks-of-no-size        HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\nTOKEN\\n
            header-without-colon     HTTP/1.1 200 OK\\nTOKEN\\n\\n[]
            header-with-control      HTTP/1.1 200 OK\\nX-Echo: TOKEN\u0001\u007f\\n\\n[]
            large-header             HTTP/1.1 200 OK\\nX-Echo: MANY\\n\\n[]
            early-hints              HTTP/1.1 103 TOKEN\\nLink: TOKEN\\n\\nHTTP/1.1 200 TOKEN\\n\\n[]
            other-protocol           HTTP/1.1 101 TOKEN\\nUpgrade: TOKEN\\nConnection: Upgrade\\n\\nTOKEN
            reset-before-a-byte      <RESET>
            reset-in-the-header      HTTP/1.1 200 OK\\nX-Echo: TOKEN<RESET>
            reset-in-the-body        HTTP/1.1 200 OK\\n\\n["TOKEN<RESET>
            hang-in-the-header       HTTP/1.1 200 OK\\nX-Echo: TOKEN<HANG>
            hang-in-the-body         HTTP/1.1 200 OK\\n\\n["TOKEN<HANG>
            else                     HTTP/1.1 401 TOKEN\\nX-Pagination: TOKEN\\n\\n{"message":"TOKEN"}
            """);

    private static final String REALMS =
            TROUBLES.keySet().stream().filter(name -> !name.equals("else")).collect(Collectors.joining(", "));

    /** Those that do not keep one waiting. */
    private static final String QUICK = REALMS.replaceAll("hang-[a-z-]+(, )?", "no-trouble, ");

    private static final String SCRAPER = "Mark3d+Scrap3r/Passw0rd%3D=0007";

    private static final String BEARER = "Mark3d+Scrap3r/B3arer%3D=0008";

    /** Requests of strangers and of scrapers, each with credentials of several kinds added; what is not ours is not told either. */
    private static final Map<String, String> REQUESTS = table("""
            scrape             GET /metrics HTTP/1.1\\nHost: x
            page               GET / HTTP/1.1\\nHost: x
            selection          GET /metrics?name[]=MARKER&token=MARKER HTTP/1.1\\nHost: x
            no-such-path       GET /MARKER?token=MARKER HTTP/1.1\\nHost: x
            wrong-method       PUT /metrics HTTP/1.1\\nHost: x
            invented-method    MARKER /metrics HTTP/1.1\\nHost: x
            trace              TRACE / HTTP/1.1\\nHost: x
            options            OPTIONS * HTTP/1.1\\nHost: x
            tunnel             CONNECT MARKER:443 HTTP/1.1\\nHost: x
            reload             POST /-/reload HTTP/1.1\\nHost: x\\nContent-Length: 0
            body               GET /metrics HTTP/1.1\\nHost: x\\nContent-Length: 6
            large-body         POST / HTTP/1.1\\nHost: x\\nContent-Length: 999999999
            chunked-body       POST / HTTP/1.1\\nHost: x\\nTransfer-Encoding: chunked
            odd-length         GET / HTTP/1.1\\nHost: x\\nContent-Length: MARKER
            odd-transfer       GET / HTTP/1.1\\nHost: x\\nTransfer-Encoding: MARKER
            odd-expectation    GET / HTTP/1.1\\nHost: x\\nExpect: MARKER
            odd-accept         GET /metrics HTTP/1.1\\nHost: x\\nAccept: MARKER\\nAccept-Encoding: MARKER
            odd-connection     GET / HTTP/1.1\\nHost: x\\nConnection: MARKER\\nUpgrade: MARKER
            websocket          GET / HTTP/1.1\\nHost: x\\nSec-WebSocket-Key: MARKER\\nConnection: Upgrade\\nUpgrade: websocket
            odd-host           GET / HTTP/1.1\\nHost: MARKER
            two-hosts          GET / HTTP/1.1\\nHost: x\\nHost: MARKER
            no-host            GET / HTTP/1.1
            user-in-address    GET http://a:MARKER@x/metrics HTTP/1.1\\nHost: x
            bad-encoding       GET /%zz%MARKER HTTP/1.1\\nHost: x
            dots               GET /..%2f..%2fMARKER HTTP/1.1\\nHost: x
            no-version         GET /MARKER
            odd-version        GET / HTTP/9.MARKER\\nHost: x
            odd-line           \u0000MARKER \u0001\\n
            header-no-colon    GET / HTTP/1.1\\nHost: x\\nMARKER
            header-folded      GET / HTTP/1.1\\nHost: x\\nX-A: b\\n MARKER
            large-header       GET / HTTP/1.1\\nHost: x\\nX-A: MANY
            cookie             GET / HTTP/1.1\\nHost: x\\nCookie: a=MARKER; b="MARKER
            """);

    private static final List<String> PAGES =
            List.of("/", "/metrics", "/-/config", "/-/ready", "/-/healthy", "/-/reload", "/no-such-path");

    private static final List<String> FORMATS = List.of(
            RunningExporter.OPENMETRICS,
            "text/plain;version=1.0.0",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
            "text/html");

    @TempDir
    Path folder;

    private final ConfigLoader loader = new ConfigLoader(Map.of("INVENTED_TEAM_TOKEN", secret("team")));

    @Test
    void noTroubleOfTheBackendBringsASecretOut() throws Exception {
        try (EverythingSaid said = EverythingSaid.recorded(MARK);
                EchoingServer backend = new EchoingServer(TROUBLES)) {
            StringBuilder shown = new StringBuilder();
            try (RunningExporter exporter = RunningExporter.start(
                    new ConfigSource(loader, config("http://127.0.0.1:" + backend.port(), REALMS), Overrides.NONE),
                    new ManualClock())) {
                exporter.awaitReady();
                shown.append(pages(exporter));
                spoilDriveToken();
                Awaitility.await().until(() -> said.said().contains("what it held before stays in use"));
            }
            shown.append(commands(config("http://127.0.0.1:" + backend.port(), QUICK)));
            shown.append(commands(config("https://127.0.0.1:" + backend.port(), "no-tls")));

            assertEquals(TROUBLES.keySet(), backend.given(), "every trouble befell the exporter");
            assertTrue(backend.secrets().containsAll(SECRETS.values()), "every secret was sent, and so could come out");
            for (String trouble : TROUBLES.keySet()) {
                assertTrue(trouble.equals("else") || shown.toString().contains("realm=\"" + trouble + "\""), trouble);
            }
            assertStaysInside(SECRETS.values(), shown + said.said());
        }
    }

    @Test
    void noScenarioOfTheSimulatedSiteBringsASecretOut() throws Exception {
        try (EverythingSaid said = EverythingSaid.recorded(MARK);
                SimulatedSite site = Sites.site(1, 0.02, Scenario.CALM, new ManualClock())) {
            site.start();
            StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
            Sites.tokens(site).forEach((kind, token) -> yaml.append("    %s: { value: %s }\n".formatted(kind, token)));
            Path config = Files.writeString(folder.resolve("site.yaml"), yaml);
            StringBuilder shown = new StringBuilder();
            for (Scenario scenario : Scenario.values()) {
                site.scenario(scenario);
                shown.append(commands(config));
            }

            assertTrue(shown.toString().contains("ticrypt_up{api=\"drives\",realm=\"\"} 1"), "the site was read");
            assertTrue(
                    shown.toString().contains("Warnings:"), "values stand in the configuration, and that is warned of");
            assertStaysInside(Sites.tokens(site).values(), shown + said.said());
        }
    }

    @Test
    void noRequestBringsTheCredentialsOfItsSenderOut() throws Exception {
        String basic = Base64.getEncoder().encodeToString(bytes("scraper:" + SCRAPER));
        String hash = BCrypt.withDefaults().hashToString(4, SCRAPER.toCharArray());
        Path open = config("http://127.0.0.1:1", "no-realm");
        Files.writeString(folder.resolve("bearer.token"), BEARER);
        Files.writeString(folder.resolve("web.yaml"), """
                basic_auth_users: { scraper: "%s" }
                bearer_token_files: [ bearer.token ]
                """.formatted(hash));
        Path closed = Files.writeString(
                folder.resolve("closed.yaml"),
                Files.readString(open).replace("web: {", "web: { config: { file: web.yaml },"));
        try (EverythingSaid said = EverythingSaid.recorded(MARK)) {
            String answers = answers(open, basic) + answers(closed, basic);

            for (String status : List.of("200", "401", "405")) {
                assertTrue(answers.contains("HTTP/1.1 " + status + " "), status);
            }
            assertTrue(said.isHeldBack("Authorization: Bearer " + BEARER), "the server has lines with them");
            assertStaysInside(List.of(SCRAPER, BEARER, basic, hash), answers + said.said());
        }
    }

    /** To each request with credentials that are right, with others, and with such as are none. */
    private String answers(Path config, String basic) throws Exception {
        StringBuilder answers = new StringBuilder();
        try (RunningExporter exporter =
                RunningExporter.start(new ConfigSource(loader, config, Overrides.NONE), new ManualClock())) {
            for (String request : REQUESTS.values()) {
                for (String credentials :
                        List.of("Basic " + basic, "Bearer " + BEARER, "Bearer " + SCRAPER, "Basic " + SCRAPER)) {
                    answers.append(answer(
                            exporter.port(),
                            request.replace("MARKER", SCRAPER) + "\nAuthorization: " + credentials + "\n\n"));
                }
            }
            return answers + pages(exporter);
        }
    }

    @Test
    void aSecretWouldBeFoundInWhateverForm() {
        String secret = secret("vm");
        SecretForms forms = new SecretForms(secret);
        String form = "TC_TOKEN=" + secret;
        for (String leak : List.of(
                form,
                form.toUpperCase(Locale.ROOT),
                URLEncoder.encode(form, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes(form)),
                Base64.getEncoder().encodeToString(bytes("a" + form + "b")),
                Base64.getUrlEncoder().encodeToString(bytes("ab" + form + "c")))) {
            assertEquals(1, forms.in("x " + leak + " y").size(), leak);
        }
        assertEquals(Set.of(), forms.in(secret("team")));
    }

    private static void assertStaysInside(Collection<String> secrets, String said) {
        Set<String> leaks = new TreeSet<>();
        secrets.forEach(secret -> leaks.addAll(new SecretForms(secret).in(said)));
        assertEquals(Set.of(), leaks);
    }

    private Path config(String base, String realms) throws IOException {
        Files.writeString(folder.resolve("drive.token"), secret("drive"));
        Files.writeString(folder.resolve("vm.token"), secret("vm"));
        Files.writeString(folder.resolve("cloud.key"), secret("monocloud"));
        return Files.writeString(Files.createTempFile(folder, "config", ".yaml"), """
                ticrypt:
                  base-url: %1$s
                  tokens:
                    drive: { file: drive.token }
                    vm: { file: vm.token }
                    team: { env: INVENTED_TEAM_TOKEN }
                    project: { value: "%2$s" }
                  realms: { discover: false, include: [%3$s] }
                  timeouts: { connect: 5s, request: 150ms }
                poll: { intervals: { drives: 1s } }
                privacy: { level: detailed }
                identity:
                  monocloud: { base-url: "%1$s", api-key: { file: cloud.key } }
                  allthenticate: { base-url: "%1$s", header: X-Example-Key, scheme: Bearer, api-key: { value: "%4$s" } }
                web: { listen-address: ["127.0.0.1:0"], enable-lifecycle: true }
                """.formatted(
                        base, secret("project"), realms, secret("allthenticate")));
    }

    private void spoilDriveToken() throws IOException {
        Files.writeString(folder.resolve("drive.token"), secret("drive") + " and more\n" + secret("drive") + "\n");
    }

    private static String pages(RunningExporter exporter) throws Exception {
        StringBuilder pages = new StringBuilder();
        for (String page : PAGES) {
            pages.append(shown(exporter.get(page, RunningExporter.TEXT))).append(shown(exporter.post(page)));
        }
        for (String format : FORMATS) {
            pages.append(shown(exporter.get("/metrics", format)));
        }
        return pages.toString();
    }

    private static String shown(HttpResponse<String> answer) {
        return answer.headers().map() + answer.body();
    }

    /** What {@code once} and {@code check --live} print, or what they refuse the configuration with. */
    private String commands(Path config) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        LiveCheck live = new LiveCheck(Build.current(), new ManualClock(), List::of, out);
        try {
            new ConfigCheck(loader, live, new RunningCheck(new ManualClock(), out), out)
                    .run(new Command.Check(config, Overrides.NONE, true, null, LogOptions.DEFAULT));
            new OneShot(loader, Build.current(), new ManualClock(), out)
                    .run(new Command.Once(config, Overrides.NONE, null, LogOptions.DEFAULT));
        } catch (InvalidConfigException e) {
            out.println(e.getMessage());
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** All that comes back until the server closes, or has no more to say to a client that has not either. */
    private static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(bytes(request.replace("\n", "\r\n")));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String secret(String kind) {
        return SECRETS.getOrDefault(kind, "");
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> table = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(" +", 2)).forEach(row -> table.put(row[0], text(row[1])));
        return table;
    }

    private static String text(String written) {
        return written.replace("\\n", "\n").replace("MANY", "TOKENMARKER".repeat(10_000));
    }
}
