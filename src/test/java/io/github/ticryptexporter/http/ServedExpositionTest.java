package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.exposition.Body;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.Families;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scrapes of an exposition through the server, as Prometheus makes them. */
final class ServedExpositionTest {
    private static final String PROMETHEUS_3_5 =
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                    + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
                    + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    private static final String VICTORIA_METRICS = "text/plain;version=0.0.4;q=1,*/*;q=0.1";

    private static final List<String> FORMATS = List.of(
            "text/plain; version=0.0.4; charset=utf-8",
            "text/plain; version=1.0.0; charset=utf-8; escaping=underscores",
            "application/openmetrics-text; version=1.0.0; charset=utf-8",
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited");
    private static final List<String> ENCODINGS = List.of("gzip", "identity");

    private static final int GZIP_HEADER_BYTES = 10;
    private static final int GZIP_TRAILER_BYTES = 8;
    private static final int SAMPLES = 500;
    private static final int SCRAPES = 100;

    private final Exposition exposition = new Exposition(List::of, System::nanoTime);
    private final FakeExporter exporter = FakeExporter.started();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void serveTheExposition() {
        exporter.metrics = new Served();
    }

    /** As the daemon hands one to the other. */
    private final class Served implements MetricsResponder {
        @Override
        public MetricsBody respond(MetricsRequest request) {
            return body(exposition.scrape(asked(request)));
        }

        @Override
        public Optional<MetricsBody> atOnce(MetricsRequest request) {
            return exposition.scrapeAtOnce(asked(request)).map(this::body);
        }

        private ScrapeRequest asked(MetricsRequest request) {
            return new ScrapeRequest(request.accept(), request.acceptEncoding(), request.names());
        }

        private MetricsBody body(Body body) {
            return new MetricsBody(body.contentType(), body.contentEncoding(), body.parts());
        }
    }

    @AfterEach
    void close() {
        exporter.close();
    }

    @Test
    void prometheusGetsOpenMetricsInOneGzipBody() throws Exception {
        exposition.publish(Families.ofAFleet(), Families::ofAFleet);

        HttpResponse<byte[]> response = scrape("/metrics?name%5B%5D=ticrypt_team", PROMETHEUS_3_5, "gzip");

        assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8", header(response, "Content-Type"));
        assertEquals("gzip", header(response, "Content-Encoding"));
        assertEquals("Accept, Accept-Encoding", header(response, "Vary"));
        assertEquals(Integer.toString(response.body().length), header(response, "Content-Length"));
        assertEquals("""
                # TYPE ticrypt_team info
                # HELP ticrypt_team Names of teams, as polled.
                ticrypt_team_info{name="Te\\"am\\\\-0042\\né",team="t-0042"} 1
                # EOF
                """, text(response));
    }

    @Test
    void victoriaMetricsGetsText() throws Exception {
        exposition.publish(Families.ofAFleet(), Families::ofAFleet);

        HttpResponse<byte[]> response =
                scrape("/metrics?name%5B%5D=ticrypt_poll_failures_total", VICTORIA_METRICS, "identity");

        assertEquals("text/plain; version=0.0.4; charset=utf-8", header(response, "Content-Type"));
        assertEquals("", header(response, "Content-Encoding"));
        assertEquals(Integer.toString(response.body().length), header(response, "Content-Length"));
        assertEquals("""
                # HELP ticrypt_poll_failures_total Failed attempts since the start.
                # TYPE ticrypt_poll_failures_total counter
                ticrypt_poll_failures_total{api="drives",reason="timeout"} 2
                """, text(response));
    }

    @Test
    void everyFormatIsServedInEveryEncodingWholeAndInPart() throws Exception {
        exposition.publish(Families.ofAFleet(), Families::ofAFleet);

        for (String format : FORMATS) {
            for (String encoding : ENCODINGS) {
                HttpResponse<byte[]> whole = scrape("/metrics", format, encoding);
                HttpResponse<byte[]> part = scrape("/metrics?name%5B%5D=ticrypt_drives", format, encoding);

                assertHeaders(whole, format, encoding);
                assertHeaders(part, format, encoding);
                assertTrue(text(whole).contains("ticrypt_poll_failures"));
                assertFalse(text(part).contains("ticrypt_poll_failures"));
            }
        }
    }

    private static void assertHeaders(HttpResponse<byte[]> response, String format, String encoding) throws Exception {
        assertEquals(format, header(response, "Content-Type"));
        assertEquals(encoding.equals("gzip") ? "gzip" : "", header(response, "Content-Encoding"));
        assertEquals("Accept, Accept-Encoding", header(response, "Vary"));
        assertEquals(Integer.toString(response.body().length), header(response, "Content-Length"));
        assertTrue(text(response).contains("ticrypt_drives"));
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        exposition.publish(Families.ofAFleet(), Families::ofAFleet);

        for (String format : FORMATS) {
            for (String encoding : ENCODINGS) {
                HttpResponse<byte[]> get = scrape("/metrics", format, encoding);
                HttpResponse<byte[]> head = send("HEAD", "/metrics", format, encoding);

                assertEquals(0, head.body().length);
                for (String name : List.of("Content-Type", "Content-Encoding", "Content-Length", "Vary")) {
                    assertEquals(header(get, name), header(head, name));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {PROMETHEUS_3_5 + "|gzip", VICTORIA_METRICS + "|gzip", VICTORIA_METRICS + "|identity"})
    void noScrapeMixesTwoPublishes(String accept, String acceptEncoding) throws Exception {
        publish(0);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> {
            for (int generation = 1; !done.get(); generation++) {
                publish(generation);
            }
        });

        try {
            for (int i = 0; i < SCRAPES; i++) {
                List<String> samples = samples(scrape("/metrics", accept, acceptEncoding));
                assertEquals(2 * SAMPLES, samples.size());
                assertEquals(1, Set.copyOf(samples).size());
            }
        } finally {
            done.set(true);
            publisher.get();
        }
    }

    private void publish(int generation) {
        List<ExposedFamily> families = Families.ofGeneration(generation, SAMPLES);
        exposition.publish(families, () -> families);
    }

    private HttpResponse<byte[]> scrape(String path, String accept, String acceptEncoding) throws Exception {
        return send("GET", path, accept, acceptEncoding);
    }

    private HttpResponse<byte[]> send(String method, String path, String accept, String acceptEncoding)
            throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + exporter.address().getPort() + path);
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .header("Accept", accept)
                        .header("Accept-Encoding", acceptEncoding)
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        return response;
    }

    /** The values alone. */
    private static List<String> samples(HttpResponse<byte[]> response) throws Exception {
        return text(response)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) throws Exception {
        byte[] body = response.body();
        if (header(response, "Content-Encoding").equals("gzip")) {
            assertIsOneMember(body);
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Some clients read only the first member: behind it there is nothing but its trailer. */
    private static void assertIsOneMember(byte[] body) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(body, GZIP_HEADER_BYTES, body.length - GZIP_HEADER_BYTES);
        byte[] chunk = new byte[8192];
        while (!inflater.finished()) {
            assertTrue(inflater.inflate(chunk) > 0 || inflater.finished());
        }
        assertEquals(GZIP_TRAILER_BYTES, inflater.getRemaining());
        inflater.end();
    }
}
