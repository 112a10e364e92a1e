package io.github.ticryptexporter.bench;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;

/** What the simulated site answers, as bytes; the same for the same scale, because its clock stands still. */
public final class RecordedAnswers implements AutoCloseable {

    private static final long SEED = 1;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private final SimulatedSite site;
    private final HttpClient client = HttpClient.newHttpClient();

    private RecordedAnswers(SimulatedSite site) {
        this.site = site;
    }

    /** A site of this scale, which answers until it is closed. */
    public static RecordedAnswers ofScale(double scale) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SimulatedSite site = new SimulatedSite(new SimulatorSettings(anyPort, SEED, scale, Scenario.CALM), CLOCK);
        site.start();
        return new RecordedAnswers(site);
    }

    /**
     * The body of a good answer.
     *
     * @param path below the address of the site
     * @param token the label of the token that it takes, such as {@code drive}
     */
    public byte[] get(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.uri() + path))
                .header("Cookie", "TC_TOKEN=" + site.tokens().get(token))
                .build();
        HttpResponse<byte[]> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + path + ", but was " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking the simulated site", e);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
