package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ticryptexporter.oracle.RawSite.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawSiteReaderTest {
    private static final Map<String, String> TOKENS =
            Map.of("drive", "d-token", "vm", "v-token", "team", "t-token", "project", "p-token");
    private static final Map<String, String> BODIES = Map.of(
            "/api/drives", "[{'id': 'd', 'realmID': 'a b'}]",
            "/api/vms/a%20b/active", "[{'id': 'v', 'project': 'proj|gone'}]",
            "/api/vms/images", "[7]",
            "/api/teams", "[{'id': 'team|old'}, {'id': 'team|new', 'teamQuotas': {}}]",
            "/api/teams/quotas", "{'cores': 6}",
            "/api/projects", "\uFEFF[]");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RawSiteReaderTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyRouteWithATokenIsReadOnceAndOnlyGoodAnswersAreKept() throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/");

        RawSite site = new RawSiteReader(base, TOKENS, () -> Given.NOW).read(OracleSettings.defaults());

        assertEquals(
                List.of(
                        "GET /prefix/api/drives TC_TOKEN=d-token",
                        "GET /prefix/api/teams TC_TOKEN=t-token",
                        "GET /prefix/api/projects TC_TOKEN=p-token",
                        "GET /prefix/api/vms/a%20b/active TC_TOKEN=v-token",
                        "GET /prefix/api/vms/a%20b/configs TC_TOKEN=v-token",
                        "GET /prefix/api/vms/images TC_TOKEN=v-token {\"realm\":\"a b\"}",
                        "GET /prefix/api/projects/proj%7Cgone TC_TOKEN=p-token",
                        "GET /prefix/api/teams/quotas TC_TOKEN=t-token {\"team\":\"team|old\"}"),
                requests);
        assertEquals(
                Set.of(
                        new Route("drives", ""),
                        new Route("teams", ""),
                        new Route("projects", ""),
                        new Route("vms", "a b")),
                site.answers().keySet());
        assertEquals(Map.of("team|old", Optional.of(RawAnswer.tree("{\"cores\":6}"))), site.teamQuotas());
        assertEquals(Map.of("proj|gone", false), site.projects());
        assertNotEquals(Given.NOW, site.answer("drives", "").orElseThrow().at());
    }

    @Test
    void anArrayWithoutObjectsIsMalformedButAnEmptyOneIsNot() {
        assertTrue(Given.answer("[]").elements().isEmpty());
        for (String malformed : List.of("[7]", "{}", "[] []", "[{'id': 'a'}")) {
            assertEquals("malformed", kind(malformed), malformed);
        }
    }

    private static String kind(String json) {
        try {
            Given.answer(json);
            return "good";
        } catch (IllegalArgumentException e) {
            return "malformed";
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        requests.add((exchange.getRequestMethod() + " " + path + " " + cookie + " " + body).strip());
        String answer = BODIES.getOrDefault(path.replaceFirst("^/prefix", ""), "");
        byte[] bytes = answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
