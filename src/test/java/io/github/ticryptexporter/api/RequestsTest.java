package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.simulator.RecordedRequest;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes over the wire to the backend. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

    private static final String EMPTY_LIST = ScriptedServer.answer("Content-Length: 2", "[]");

    private final SimulatedSite site = TestSite.started();
    private final List<RecordedRequest> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    void listen() {
        site.onRequest(seen::add);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DRIVES,     /api/drives,               ''",
        "VMS,        /api/vms/libvirt/active,   ''",
        "VM_CONFIGS, /api/vms/libvirt/configs,  ''",
        "VM_IMAGES,  /api/vms/images,           '{\"realm\":\"libvirt\"}'",
        "TEAMS,      /api/teams,                ''",
        "PROJECTS,   /api/projects,             ''",
        "USERS,      /api/users,                ''"
    })
    void aRouteIsAGetOfItsPathWithItsBodyAndNothingElse(Api api, String path, String body) throws Exception {
        RecordedRequest request = requestFor(source(api));

        assertEquals(
                List.of("GET", path, "null", body),
                List.of(request.method(), request.path(), String.valueOf(request.query()), request.body()));
    }

    @ParameterizedTest
    @EnumSource(value = Api.class, mode = EnumSource.Mode.MATCH_NONE, names = "IDENTITY_.*")
    void theTokenTravelsInItsCookieAndNowhereElse(Api api) throws Exception {
        RecordedRequest request = requestFor(source(api));

        String token = site.tokens().getOrDefault(api.token().orElseThrow().label(), "");
        assertEquals(List.of("TC_TOKEN=" + token), request.header("cookie"));
        String whole = request.toString();
        assertEquals(whole.indexOf(token), whole.lastIndexOf(token), whole);
    }

    @ParameterizedTest
    @EnumSource(value = Api.class, mode = EnumSource.Mode.MATCH_NONE, names = "IDENTITY_.*")
    void aRequestHasTheseHeadersAndNoOther(Api api) throws Exception {
        RecordedRequest request = requestFor(source(api));

        Set<String> names = new TreeSet<>(request.headers().keySet());
        // Before Java 19 the client announces an empty body too.
        names.remove("content-length");
        Set<String> expected = new TreeSet<>(Set.of("accept", "accept-encoding", "cookie", "host", "user-agent"));
        if (api == Api.VM_IMAGES || api == Api.TEAM_QUOTAS) {
            expected.add("content-type");
        }
        assertEquals(expected, names);
        assertEquals(List.of("application/json"), request.header("accept"));
        assertEquals(List.of("gzip"), request.header("accept-encoding"));
    }

    @Test
    void theBodyOfARequestIsAnnouncedAsJson() throws Exception {
        assertEquals(
                List.of("application/json"), requestFor(source(Api.VM_IMAGES)).header("content-type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                libvirt2;                libvirt2
                Real-m_1.~;              Real-m_1.~
                a|b;                     a%7Cb
                a/b;                     a%2Fb
                a b;                     a%20b
                ../../users;             ..%2F..%2Fusers
                ..;                      %2E%2E
                .;                       %2E
                ...;                     ...
                gr\u00fcn;               gr%C3%BCn
                \uD83D\uDE80;            %F0%9F%9A%80
                a?b#c&d=e;               a%3Fb%23c%26d%3De
                100%;                    100%25
                %2e%2e;                  %252e%252e
                a\\b;                    a%5Cb
                a"b;                     a%22b
                """)
    void aRealmIsPercentEncoded(String realm, String encoded) throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(EMPTY_LIST, Then.GO_ON)) {
            Reads.from(server.uri()).outcome(new SourceId(Api.VMS, realm));
            assertEquals(List.of("GET /api/vms/" + encoded + "/active HTTP/1.1"), requestLines(server));
        }
    }

    @Test
    void aRealmIsQuotedInABody() throws Exception {
        assertEquals(
                "{\"realm\":\"a\\\"b\\\\c\\nd|gr\u00fcn\"}",
                requestFor(new SourceId(Api.VM_IMAGES, "a\"b\\c\nd|gr\u00fcn")).body());
    }

    @Test
    void aPathPrefixStandsBeforeEveryRoute() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(EMPTY_LIST, Then.GO_ON)) {
            Reads.from(URI.create(server.uri() + "/site/one")).outcome(source(Api.VM_CONFIGS));
            assertEquals(List.of("GET /site/one/api/vms/libvirt/configs HTTP/1.1"), requestLines(server));
        }
    }

    @Test
    void oneConnectionServesOneReadAfterTheOther() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(EMPTY_LIST, Then.GO_ON)) {
            ApiClient client = Reads.from(server.uri()).client();
            List<Api> lists = Arrays.stream(Api.values())
                    .filter(api -> api.token().isPresent() && api.scope() != Api.Scope.OBJECT)
                    .toList();
            for (Api api : lists) {
                assertEquals("ok: 0 items, {}", Reads.inWords(client.read(source(api))));
            }
            assertEquals(lists.size(), server.heads().size());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aRefusalLeavesTheConnectionForTheNextRead() throws Exception {
        String refusal = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy";
        try (ScriptedServer server = ScriptedServer.sending(refusal, Then.GO_ON)) {
            ApiClient client = Reads.from(server.uri()).client();
            client.read(Reads.DRIVES);
            client.read(Reads.DRIVES);
            assertEquals(List.of(2, 1), List.of(server.heads().size(), server.connections()));
        }
    }

    @Test
    void noUpgradeToAnotherProtocolIsAskedFor() throws Exception {
        try (ScriptedServer server = ScriptedServer.sending(EMPTY_LIST, Then.GO_ON)) {
            Reads.from(server.uri()).outcome();
            String head = String.join("", server.heads());
            assertFalse(head.toLowerCase(Locale.ROOT).contains("upgrade"), head);
        }
    }

    @Test
    void anExchangeKnowsItsStatusAndTheClockOfTheBackend() throws Exception {
        ApiResult.Exchange exchange = reads().result(Reads.DRIVES).exchange();

        assertEquals(
                Arrays.asList(200, ManualClock.START, Duration.ZERO),
                Arrays.asList(exchange.status(), exchange.serverDate(), exchange.clockSkew()));
    }

    private RecordedRequest requestFor(SourceId source) throws Exception {
        seen.clear();
        reads().outcome(source);
        assertEquals(1, seen.size());
        return seen.get(0);
    }

    private Reads reads() {
        return Reads.from(site.uri()).with(TestSite.tokens(site));
    }

    private static SourceId source(Api api) {
        return new SourceId(api, api.scope() == Api.Scope.REALM ? "libvirt" : "");
    }

    private static List<String> requestLines(ScriptedServer server) {
        return server.heads().stream()
                .map(head -> head.lines().findFirst().orElse(""))
                .toList();
    }
}
