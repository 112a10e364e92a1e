package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Those to the identity providers, with the header that the key is in. */
    private static final Map<String, String> ALLOWED_PROVIDERS = Map.of(
            "/__identity/monocloud/api/users ?page=1&size=100", "x-api-key",
            "/__identity/monocloud/api/users ?page=2&size=100", "x-api-key",
            "/__identity/monocloud/api/users ?page=3&size=100", "x-api-key",
            "/__identity/monocloud/api/users ?page=4&size=100", "x-api-key",
            "/__identity/monocloud/api/users ?page=5&size=100", "x-api-key",
            "/__identity/allthenticate/multipleusers ", "x-simulated-key");

    private static final Set<String> HEADERS =
            Set.of("accept", "accept-encoding", "content-length", "content-type", "cookie", "host", "user-agent");

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
            for (RecordedRequest request : requests) {
                if (request.path().startsWith("/__identity/")) {
                    assertAllowedAtProvider(request, site);
                } else {
                    assertAllowed(request, site.tokens());
                }
            }
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
                        .containsAll(everything()));
    }

    private void awaitEveryRoute(int times) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> everything().stream()
                        .allMatch(key -> requests.stream()
                                        .filter(request -> key(request).equals(key))
                                        .count()
                                >= times));
    }

    private static String key(RecordedRequest request) {
        String query = request.query();
        return request.path() + " " + (query == null ? "" : "?" + query) + request.body();
    }

    private static Set<String> everything() {
        Set<String> keys = new HashSet<>(LISTS.keySet());
        keys.addAll(ALLOWED_PROVIDERS.keySet());
        return keys;
    }

    private static void assertAllowedAtProvider(RecordedRequest request, SimulatedSite site) {
        String header = Objects.requireNonNull(ALLOWED_PROVIDERS.get(key(request)), request::toString);
        assertEquals("GET", request.method());
        String key = site.identityKeys().get(header.equals("x-api-key") ? "monocloud" : "allthenticate");
        assertEquals(List.of(String.valueOf(key)), request.header(header));
        Set<String> others = new HashSet<>(request.headers().keySet());
        others.remove(header);
        assertTrue(HEADERS.containsAll(others) && !others.contains("cookie"), () -> "a further header: " + request);
        assertEquals(
                2, request.toString().split(String.valueOf(key), -1).length, () -> "the key elsewhere: " + request);
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

    private static void assertAllowed(RecordedRequest request, Map<String, String> tokens) {
        String kind = tokenFor(request);
        assertEquals("GET", request.method());
        assertTrue(kind != null, () -> "not on the list: " + request);
        assertNull(request.query());
        assertEquals(List.of("TC_TOKEN=" + tokens.get(kind)), request.header("cookie"));
        assertTrue(HEADERS.containsAll(request.headers().keySet()), () -> "a further header: " + request);
        request.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                tokens.values()
                        .forEach(token -> assertEquals(-1, values.toString().indexOf(token), name));
            }
        });
    }
}
