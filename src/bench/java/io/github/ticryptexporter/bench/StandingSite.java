package io.github.ticryptexporter.bench;

import io.github.ticryptexporter.api.ApiClient;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.findings.FindingSettings;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.ExporterFacts;
import io.github.ticryptexporter.metrics.ExposedFamily;
import io.github.ticryptexporter.metrics.FleetMetrics;
import io.github.ticryptexporter.metrics.HostPseudonyms;
import io.github.ticryptexporter.metrics.MetricSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import io.github.ticryptexporter.poll.OneCycle;
import io.github.ticryptexporter.poll.PollSettings;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The simulated site in this process, on a clock that stands still: the same bytes for the same scale, in every run. */
public final class StandingSite implements AutoCloseable {

    private static final long SEED = 1;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Set<Api> READ =
            EnumSet.of(Api.DRIVES, Api.VMS, Api.VM_CONFIGS, Api.VM_IMAGES, Api.TEAMS, Api.PROJECTS, Api.USERS);

    private final SimulatedSite site;
    private final HttpClient client = HttpClient.newHttpClient();

    private StandingSite(SimulatedSite site) {
        this.site = site;
    }

    /** One that answers until it is closed. */
    public static StandingSite ofScale(double scale) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SimulatedSite site = new SimulatedSite(new SimulatorSettings(anyPort, SEED, scale, Scenario.CALM), CLOCK);
        site.start();
        return new StandingSite(site);
    }

    /**
     * The body of a good answer.
     *
     * @param path below the address of the site
     * @param token the label of the token that it takes, such as {@code drive}
     */
    public byte[] answer(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.uri() + path))
                .header("Cookie", "TC_TOKEN=" + site.tokens().get(token))
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("expected 200 from " + path + ", but was " + answer.statusCode());
        }
        return answer.body();
    }

    /** What the exporter exposes of the site, single VMs and drives included. */
    public List<ExposedFamily> families() throws IOException, InterruptedException {
        FleetSnapshot fleet = OneCycle.read(PollSettings.DEFAULT, READ, new ApiClient(api(), CLOCK));
        MetricSettings everything =
                new MetricSettings(PrivacyLevel.DETAILED, HostPseudonyms.PLAIN, Map.of(), List.of(), Integer.MAX_VALUE);
        return new FleetMetrics(FindingSettings.DEFAULT, everything)
                .of(fleet, facts())
                .families();
    }

    private ApiSettings api() {
        return new ApiSettings(
                site.uri(),
                Arrays.stream(TokenKind.values())
                        .filter(kind -> site.tokens().containsKey(kind.label()))
                        .collect(Collectors.toMap(kind -> kind, this::token)),
                TlsSettings.PLATFORM,
                null,
                ApiSettings.DEFAULT_CONNECT_TIMEOUT,
                ApiSettings.DEFAULT_REQUEST_TIMEOUT,
                ApiSettings.DEFAULT_MAX_RESPONSE_BYTES,
                EnumSet.allOf(FreeText.class));
    }

    private TokenSource token(TokenKind kind) {
        return new TokenSource.Value(new Secret(site.tokens().getOrDefault(kind.label(), "")));
    }

    private static ExporterFacts facts() {
        return new ExporterFacts(
                "unknown",
                "unknown",
                "unknown",
                PollSettings.DEFAULT.intervals(),
                PollSettings.DEFAULT.intervals(),
                false,
                true,
                CLOCK.instant());
    }

    @Override
    public void close() {
        site.close();
    }
}
