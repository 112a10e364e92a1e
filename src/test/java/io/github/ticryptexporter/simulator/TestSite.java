package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A running site on a manual clock, and a client that speaks to it over its socket. */
final class TestSite implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    final ManualClock clock;
    final SimulatedSite site;

    private TestSite(SimulatorSettings settings, InstantSource seen, ManualClock clock) {
        this.clock = clock;
        this.site = new SimulatedSite(settings, seen);
        site.start();
    }

    /** 15 VMs and 150 drives. */
    static TestSite small() {
        return of(1, 0.05);
    }

    static TestSite of(long seed, double scale) {
        ManualClock clock = new ManualClock();
        return of(settings(seed, scale), clock, clock);
    }

    /** @param seen the time as the site sees it */
    static TestSite of(SimulatorSettings settings, InstantSource seen, ManualClock clock) {
        return new TestSite(settings, seen, clock);
    }

    static SimulatorSettings settings(long seed, double scale) {
        return new SimulatorSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), seed, scale, Scenario.CALM);
    }

    void ticks(int count) {
        clock.advance(Duration.ofSeconds(count));
    }

    /** What a GET with the read-only token of that type answers, which must be 200. */
    JsonNode read(String path, String token) {
        return json(ok(get(path, token)));
    }

    JsonNode images(String realm) {
        return json(ok(send("GET", "/api/vms/images", "vm", "{\"realm\":\"" + realm + "\"}")));
    }

    HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, null);
    }

    /** Sends the token of that label as the cookie. */
    HttpResponse<String> send(String method, String path, String token, @Nullable String body) {
        return exchange(request(path)
                .header("Cookie", "TC_TOKEN=" + site.tokens().get(token))
                .method(method, publisher(body))
                .build());
    }

    HttpResponse<String> editQuotas(String team, String quotas) {
        String body = "{\"team\": \"" + team + "\", \"quotas\": " + quotas + "}";
        return send("PATCH", "/api/teams/quotas", "team.full", body);
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(site.uri() + pathAndQuery)).timeout(Duration.ofSeconds(60));
    }

    static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response + ": " + response.body());
        }
        return response;
    }

    @Override
    public void close() {
        site.close();
    }
}
