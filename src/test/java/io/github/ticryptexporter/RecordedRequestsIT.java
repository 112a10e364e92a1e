package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.simulator.RecordedRequest;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that an exporter sends over several cycles of every route, through all that can befall a site. */
class RecordedRequestsIT {
    private static final int CYCLES_AT_LEAST = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Path and body of each request for a list there may be, with the token that it takes. */
    private static final Map<String, String> LISTS = Map.of(
            "/api/drives ", "drive",
            "/api/vms/libvirt/active ", "vm",
            "/api/vms/libvirt2/active ", "vm",
            "/api/vms/libvirt/configs ", "vm",
            "/api/vms/libvirt2/configs ", "vm",
            "/api/vms/images {\"realm\":\"libvirt\"}", "vm",
            "/api/vms/images {\"realm\":\"libvirt2\"}", "vm",
            "/api/teams ", "team",
            "/api/projects ", "project",
            "/api/users ", "user");

    /** Path and body of each request for a single object there may be. */
    private static final Pattern TEAM_QUOTAS =
            Pattern.compile("/api/teams/quotas \\{\"team\":\"team\\|[0-9a-f-]{36}\"}");

    private static final Pattern PROJECT = Pattern.compile("/api/projects/proj%7C[0-9a-f-]{36} ");

    /** Each request to an identity provider there may be. */
    private static final Pattern MONOCLOUD = Pattern.compile("/__identity/monocloud/api/users\\?page=[1-5]&size=100 ");

    private static final Pattern ALLTHENTICATE = Pattern.compile("/__identity/allthenticate/multipleusers ");

    private static final Set<String> HEADERS =
            Set.of("accept", "accept-encoding", "content-length", "content-type", "host", "user-agent");

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();

    @Test
    void everyRequestIsAGetOfTheListWithTheTokenInItsCookieAlone() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (SimulatedSite site =
                new SimulatedSite(new SimulatorSettings(anyPort, 1, 0.2, Scenario.CALM), InstantSource.system())) {
            site.onRequest(requests::add);
            site.start();
            OlderBackend backend = new OlderBackend(site);
            backend.listsTeamsWithoutQuotas(team -> true);
            backend.listsNoneOf(project -> true);
            try (RunningExporter exporter = RunningExporter.start(folder, yaml(site), InstantSource.system())
                    .awaitReady()) {
                for (Scenario scenario : Scenario.values()) {
                    site.scenario(scenario);
                    awaitEveryRouteAgain(scenario);
                    exporter.metrics();
                }
                awaitEveryRoute(CYCLES_AT_LEAST);
            }
            assertTrue(requests.stream().anyMatch(request -> asksFor(TEAM_QUOTAS, request)));
            assertTrue(requests.stream().anyMatch(request -> asksFor(PROJECT, request)));
            assertTrue(requests.stream().anyMatch(request -> request.toString().contains("page=5")));
            assertTrue(requests.stream().anyMatch(request -> asksFor(ALLTHENTICATE, request)));
            requests.forEach(request -> assertAllowed(request, site));
        }
    }

    private static String yaml(SimulatedSite site) {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        for (String kind : List.of("drive", "vm", "team", "project", "user")) {
            yaml.append(
                    "    %s: { value: \"%s\" }\n".formatted(kind, site.tokens().get(kind)));
        }
        yaml.append("identity:\n");
        site.identityKeys()
                .forEach((provider, key) ->
                        yaml.append("  %s: { base-url: %s, %s api-key: { value: \"%s\" }, interval: 1s }\n"
                                .formatted(
                                        provider,
                                        site.identityUri(provider),
                                        provider.equals("monocloud") ? "" : "header: X-Simulated-Key,",
                                        key)));
        return yaml + "poll: { intervals: { vms: 1s, vm_configs: 1s, drives: 1s, teams: 1s, vm_images: 1s,"
                + " projects: 1s, users: 1s } }\n";
    }

    private void awaitEveryRouteAgain(Scenario scenario) {
        int before = requests.size();
        Awaitility.await(scenario.label())
                .atMost(PATIENCE)
                .until(() -> requests.stream()
                        .skip(before)
                        .map(RecordedRequestsIT::key)
                        .collect(Collectors.toSet())
                        .containsAll(LISTS.keySet()));
    }

    private void awaitEveryRoute(int times) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> LISTS.keySet().stream()
                        .allMatch(key -> requests.stream()
                                        .filter(request -> key(request).equals(key))
                                        .count()
                                >= times));
    }

    private static String key(RecordedRequest request) {
        String query = request.query();
        return request.path() + (query == null ? "" : "?" + query) + " " + request.body();
    }

    private static boolean asksFor(Pattern pattern, RecordedRequest request) {
        return pattern.matcher(key(request)).matches();
    }

    private static @Nullable String tokenFor(RecordedRequest request) {
        if (asksFor(TEAM_QUOTAS, request)) {
            return "team";
        }
        return asksFor(PROJECT, request) ? "project" : LISTS.get(key(request));
    }

    private static void assertAllowed(RecordedRequest request, SimulatedSite site) {
        if (asksFor(MONOCLOUD, request)) {
            assertOpenedBy("x-api-key", String.valueOf(site.identityKeys().get("monocloud")), request, site);
        } else if (asksFor(ALLTHENTICATE, request)) {
            assertOpenedBy("x-simulated-key", String.valueOf(site.identityKeys().get("allthenticate")), request, site);
        } else {
            String kind = tokenFor(request);
            assertTrue(kind != null, () -> "not on the list: " + request);
            assertOpenedBy("cookie", "TC_TOKEN=" + site.tokens().get(kind), request, site);
        }
    }

    private static void assertOpenedBy(String header, String secret, RecordedRequest request, SimulatedSite site) {
        assertEquals("GET", request.method());
        assertEquals(List.of(secret), request.header(header));
        Map<String, List<String>> others = new HashMap<>(request.headers());
        others.remove(header);
        assertTrue(HEADERS.containsAll(others.keySet()), () -> "a further header: " + request);
        String elsewhere = request.path() + request.query() + others + request.body();
        Stream.concat(site.tokens().values().stream(), site.identityKeys().values().stream())
                .forEach(one -> assertEquals(-1, elsewhere.indexOf(one), elsewhere));
    }
}
