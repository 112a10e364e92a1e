package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.api.Advice;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Get;
import io.github.ticryptexporter.api.TextAnswer;
import io.github.ticryptexporter.api.TextClient;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.api.Upstream;
import io.github.ticryptexporter.api.UpstreamSettings;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.exposition.DamagedExpositionException;
import io.github.ticryptexporter.exposition.SampleLine;
import io.github.ticryptexporter.exposition.StrictReader;
import io.github.ticryptexporter.http.Authentication;
import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.http.ServerTls;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check --running} adds: whether the exporter that runs at an address is ready, and how old its data is. It
 * believes the certificate that the web configuration names and presents the first of its tokens, for it is told no others.
 */
public final class RunningCheck {

    private static final int FINE = 0;
    private static final int FAILED = 1;

    /** Room for some thousand sources. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String TEXT = "text/plain;version=0.0.4";
    private static final String QUERY =
            Freshness.FAMILIES.stream().map(name -> "name%5B%5D=" + name).collect(Collectors.joining("&", "?", ""));
    private static final String NOT_OURS = "check that --running is the address of a ticrypt-exporter";

    private static final int REDIRECTS = 3;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private static final Advice ON_EXPORTER = new Advice(
            "exporter",
            List.of("--running"),
            "token",
            "does not open this path",
            " and web.telemetry-path",
            "tls_server_config");

    private final InstantSource clock;
    private final PrintStream out;

    /**
     * A check that prints to {@code out}.
     *
     * @param clock what ages are counted to
     */
    public RunningCheck(InstantSource clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    /** Asks, prints what that shows, and returns the exit code: 0, or 1 when the exporter is not as it should be. */
    int run(URI exporter, ExporterConfig config) throws InterruptedException {
        out.println("\nAsking the exporter at " + exporter + " ...\n");
        out.flush();
        try {
            out.println(judge(exporter, config));
            return FINE;
        } catch (IOException e) {
            out.println(TextTable.printable(String.valueOf(e.getMessage())));
            return FAILED;
        }
    }

    /**
     * The verdict on one that is as it should be.
     *
     * @throws IOException with the verdict on one that is not
     */
    private String judge(URI exporter, ExporterConfig config) throws IOException, InterruptedException {
        ServerTls tls = config.http().security().tls();
        if (tls != null && isPlain(exporter)) {
            throw new IOException("the web configuration has a certificate: write --running=https instead of http");
        }
        if (tls != null) {
            requireValid(tls.identity().chain().get(0));
        }
        TextClient client = client(config.api(), tls);
        if (tls != null && tls.clients().auth().isRequired()) {
            connect(client, exporter);
            return "it accepts connections; readiness and freshness were not read: it asks for a client certificate, and"
                    + " the configuration has none";
        }
        requireReady(client, exporter);
        if (isPasswordAskedFor(config.http().security().authentication())) {
            return "ready; freshness was not read: " + config.http().telemetryPath()
                    + " asks for a password, and the configuration has only its hash";
        }
        return freshness(client, exporter, config);
    }

    /** The platform does not ask that of a certificate which it is told to believe. */
    private static void requireValid(X509Certificate served) throws IOException {
        try {
            served.checkValidity();
        } catch (CertificateException e) {
            throw new IOException(
                    "the web configuration's certificate does not hold now, so that scrapers refuse it: "
                            + e.getMessage(),
                    e);
        }
    }

    private TextClient client(ApiSettings bounds, @Nullable ServerTls tls) {
        UpstreamSettings settings = new UpstreamSettings(
                tls == null ? TlsSettings.PLATFORM : new TlsSettings(trust(tls.identity()), null),
                null,
                bounds.connectTimeout(),
                bounds.requestTimeout(),
                MOST_BYTES,
                ON_EXPORTER);
        return new TextClient(new Upstream(settings, clock));
    }

    private static Trust trust(Identity served) {
        return Trust.besidePlatform(served.chainOrigin(), served.chain());
    }

    private static void connect(TextClient client, URI exporter) throws IOException {
        int otherwise = isPlain(exporter) ? HTTP_PORT : HTTPS_PORT;
        String host = exporter.getHost().replaceAll("[\\[\\]]", "");
        int port = exporter.getPort() < 0 ? otherwise : exporter.getPort();
        try {
            client.connect(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IOException("connecting to " + exporter + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPlain(URI exporter) {
        return exporter.getScheme().equals("http");
    }

    private static void requireReady(TextClient client, URI exporter) throws IOException, InterruptedException {
        Get get = new Get(exporter + "/-/ready", TEXT, null, null);
        TextAnswer answer = read(client, get);
        if (answer.status() == UNAVAILABLE) {
            throw failed(
                    get,
                    "not ready: a source has neither answered nor failed yet; ask again in a minute, and see the"
                            + " exporter's log");
        }
        requireOk(get, answer);
    }

    private static TextAnswer read(TextClient client, Get get) throws IOException, InterruptedException {
        try {
            return client.read(get);
        } catch (IOException e) {
            throw failed(get, e.getMessage());
        }
    }

    private static void requireOk(Get get, TextAnswer answer) throws IOException {
        if (answer.status() / 100 == REDIRECTS) {
            throw failed(
                    get, "expected 200, but was " + answer.status() + ": no redirect is followed; check --running");
        }
        if (!answer.isOk()) {
            throw failed(get, answer.text());
        }
    }

    private static IOException failed(Get get, @Nullable String message) {
        return new IOException("GET " + get.url() + ": " + message);
    }

    private static boolean isPasswordAskedFor(Authentication authentication) {
        return authentication.isAsked() && authentication.tokens().isEmpty();
    }

    private String freshness(TextClient client, URI exporter, ExporterConfig config)
            throws IOException, InterruptedException {
        Get get = new Get(exporter + config.http().telemetryPath() + QUERY, TEXT, presented(config.http()), null);
        Freshness freshness = Freshness.of(samples(get, read(client, get)), config.routes(), clock.instant());
        out.println(freshness.table());
        if (freshness.bad() > 0) {
            throw new IOException(freshness.bad() + " of " + freshness.rows().size()
                    + " sources have no data that is fresh; the exporter's log says why, and so does " + exporter
                    + "/");
        }
        return "ready, and every source is fresh";
    }

    private static Get.@Nullable Presented presented(HttpSettings http) throws IOException {
        Optional<Path> first =
                http.security().authentication().tokens().keySet().stream().findFirst();
        return first.isEmpty()
                ? null
                : new Get.Presented("Authorization", "Bearer ", new TokenSource.File("token", first.get()).read());
    }

    private static List<SampleLine> samples(Get get, TextAnswer answer) throws IOException {
        if (answer.status() == UNAUTHORIZED) {
            throw failed(
                    get,
                    "expected 200, but was 401: the exporter does not take what this web configuration has; does it run"
                            + " with the same?");
        }
        requireOk(get, answer);
        try {
            List<SampleLine> samples = StrictReader.samples(answer.text());
            if (samples.stream().anyMatch(sample -> Freshness.FAMILIES.contains(sample.name()))) {
                return samples;
            }
            throw failed(get, "expected " + Freshness.FAMILIES + ", but there is none; " + NOT_OURS);
        } catch (DamagedExpositionException e) {
            throw failed(get, "expected metrics of this exporter, but " + e.getMessage() + "; " + NOT_OURS);
        }
    }
}
