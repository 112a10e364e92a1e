package io.github.ticryptexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.exposition.Body;
import io.github.ticryptexporter.exposition.Exposition;
import io.github.ticryptexporter.exposition.Families;
import io.github.ticryptexporter.exposition.ScrapeRequest;
import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
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

    private static final int SAMPLES = 500;
    private static final int SCRAPES = 100;

    private final Exposition exposition = new Exposition(List::of, System::nanoTime);
    private final FakeExporter exporter = FakeExporter.started();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void serveTheExposition() {
        exporter.metrics = request -> {
            Body body =
                    exposition.scrape(new ScrapeRequest(request.accept(), request.acceptEncoding(), request.names()));
            return new MetricsBody(body.contentType(), body.contentEncoding(), body.length(), body::writeTo);
        };
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
        URI uri = URI.create("http://127.0.0.1:" + exporter.address().getPort() + path);
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(uri)
                        .header("Accept", accept)
                        .header("Accept-Encoding", acceptEncoding)
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        return response;
    }

    /** The values alone. */
    private static List<String> samples(HttpResponse<byte[]> response) throws IOException {
        return text(response)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        byte[] body = response.body();
        if (header(response, "Content-Encoding").equals("gzip")) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
