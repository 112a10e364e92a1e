package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.api.Advice;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.TextClient;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.Upstream;
import io.github.ticryptexporter.api.UpstreamSettings;
import io.github.ticryptexporter.config.ExporterConfig;
import io.github.ticryptexporter.http.Authentication;
import io.github.ticryptexporter.http.ServerTls;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
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
    int run(URI address, ExporterConfig config) throws InterruptedException {
        out.println("\nAsking the exporter at " + address + " ...\n");
        out.flush();
        try {
            out.println(judge(address, config));
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
    private String judge(URI address, ExporterConfig config) throws IOException, InterruptedException {
        ServerTls tls = config.http().security().tls();
        RunningExporter exporter = new RunningExporter(address, client(config.api(), tls));
        if (tls != null && exporter.isPlain()) {
            throw new IOException("the web configuration has a certificate: write --running=https instead of http");
        }
        if (tls != null) {
            requireValid(tls.identity().chain().get(0));
        }
        if (tls != null && tls.clients().auth().isRequired()) {
            exporter.connect();
            return "it accepts connections; readiness and freshness were not read: it asks for a client certificate, and"
                    + " the configuration has none";
        }
        exporter.requireReady();
        if (isPasswordAskedFor(config.http().security().authentication())) {
            return "ready; freshness was not read: " + config.http().telemetryPath()
                    + " asks for a password, and the configuration has only its hash";
        }
        Freshness freshness = Freshness.of(exporter.samples(config.http()), config.routes(), clock.instant());
        out.println(freshness.table());
        requireFresh(freshness, address);
        return "ready, and every source is fresh";
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

    private static boolean isPasswordAskedFor(Authentication authentication) {
        return authentication.isAsked() && authentication.tokens().isEmpty();
    }

    private static void requireFresh(Freshness freshness, URI address) throws IOException {
        if (freshness.bad() > 0) {
            throw new IOException(freshness.bad() + " of " + freshness.rows().size()
                    + " sources have no data that is fresh; the exporter's log says why, and so does " + address + "/");
        }
    }
}
