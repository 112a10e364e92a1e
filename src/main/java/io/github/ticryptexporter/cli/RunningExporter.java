package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.api.Get;
import io.github.ticryptexporter.api.TextAnswer;
import io.github.ticryptexporter.api.TextClient;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.exposition.DamagedExpositionException;
import io.github.ticryptexporter.exposition.SampleLine;
import io.github.ticryptexporter.exposition.StrictReader;
import io.github.ticryptexporter.http.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The exporter that runs at an address, asked as a scraper asks it. */
final class RunningExporter {

    private static final String TEXT = "text/plain;version=0.0.4";
    private static final String QUERY =
            Freshness.FAMILIES.stream().map(name -> "name%5B%5D=" + name).collect(Collectors.joining("&", "?", ""));
    private static final String NOT_OURS = "check that --running is the address of a ticrypt-exporter";

    private static final int REDIRECTS = 3;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final URI address;
    private final TextClient client;

    RunningExporter(URI address, TextClient client) {
        this.address = address;
        this.client = client;
    }

    boolean isPlain() {
        return address.getScheme().equals("http");
    }

    /** @throws IOException unless it accepts connections */
    void connect() throws IOException {
        int otherwise = isPlain() ? HTTP_PORT : HTTPS_PORT;
        String host = address.getHost().replaceAll("[\\[\\]]", "");
        int port = address.getPort() < 0 ? otherwise : address.getPort();
        try {
            client.connect(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IOException("connecting to " + address + ": " + e.getMessage(), e);
        }
    }

    /** @throws IOException unless every source has answered or failed */
    void requireReady() throws IOException, InterruptedException {
        Get get = new Get(address + "/-/ready", TEXT, null, null);
        TextAnswer answer = read(get);
        if (answer.status() == UNAVAILABLE) {
            throw failed(
                    get,
                    "not ready: a source has neither answered nor failed yet; ask again in a minute, and see the"
                            + " exporter's log");
        }
        requireOk(get, answer);
    }

    /**
     * What {@link Freshness} is read from.
     *
     * @param http where the metrics are, and the tokens of which the first opens them
     * @throws IOException when they are refused, damaged or those of something else
     */
    List<SampleLine> samples(HttpSettings http) throws IOException, InterruptedException {
        Get get = new Get(address + http.telemetryPath() + QUERY, TEXT, presented(http), null);
        TextAnswer answer = read(get);
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

    private static Get.@Nullable Presented presented(HttpSettings http) throws IOException {
        Optional<Path> first =
                http.security().authentication().tokens().keySet().stream().findFirst();
        return first.isEmpty()
                ? null
                : new Get.Presented("Authorization", "Bearer ", new TokenSource.File("token", first.get()).read());
    }

    private TextAnswer read(Get get) throws IOException, InterruptedException {
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
}
