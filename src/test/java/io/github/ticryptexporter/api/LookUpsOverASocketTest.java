package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.simulator.RecordedRequest;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for one object by its id. */
@ExtendWith(QuietLibraries.class)
class LookUpsOverASocketTest {

    @Test
    void aTeamsQuotaIsAskedForWithItsIdInTheBody() throws Exception {
        try (SimulatedSite site = TestSite.started()) {
            List<RecordedRequest> seen = new CopyOnWriteArrayList<>();
            List<String> ids = new ArrayList<>();
            site.edit(fleet -> ids.addAll(fleet.teams.keySet()));
            site.onRequest(seen::add);
            ApiClient client =
                    Reads.from(site.uri()).with(TestSite.tokens(site)).client();

            assertEquals("ok: 1 items, {}", Reads.inWords(client.lookUp(Api.TEAM_QUOTAS, ids.get(0))));
            assertEquals("ok: 0 items, {}", Reads.inWords(client.lookUp(Api.TEAM_QUOTAS, "team|gone")));
            assertEquals(
                    List.of(
                            "GET /api/teams/quotas {\"team\":\"" + ids.get(0) + "\"}",
                            "GET /api/teams/quotas {\"team\":\"team|gone\"}"),
                    seen.stream()
                            .map(request -> request.method() + " " + request.path() + " " + request.body())
                            .toList());
        }
    }

    @Test
    void aProjectIsAskedForWithItsIdAsOneStepOfThePath() throws Exception {
        String answer = ScriptedServer.answer("Content-Length: 2", "{}");
        try (ScriptedServer server = ScriptedServer.sending(answer, ScriptedServer.Then.GO_ON)) {
            ApiClient client = Reads.from(server.uri()).client();
            client.lookUp(Api.PROJECT, "proj|1/../a b");
            client.lookUp(Api.PROJECT, "..");
            assertEquals(
                    List.of("GET /api/projects/proj%7C1%2F..%2Fa%20b HTTP/1.1", "GET /api/projects/%2E%2E HTTP/1.1"),
                    server.heads().stream()
                            .map(head -> head.lines().findFirst().orElse(""))
                            .toList());
        }
    }

    @Test
    void theAnswersAreRecords() throws Exception {
        assertEquals(
                List.of(new ProjectInfo("proj|1", true, "cui")),
                items(Api.PROJECT, "{\"id\":\"proj|1\",\"parent\":\"proj|0\",\"securityLevel\":\"cui\"}"));
        assertEquals(List.of(new ProjectInfo("", false, "")), items(Api.PROJECT, "{}"));
        assertEquals(
                List.of(new Quota(0L, 8L, Map.of("drives", 5L), Map.of("gpu-nvidia", 2L))),
                items(Api.TEAM_QUOTAS, """
                {"cores":0,"memory":"8","storage":{"drives":5.0},"devices":{"gpu-nvidia":2}}"""));
        assertEquals(List.of(Quota.UNLIMITED), items(Api.TEAM_QUOTAS, "{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            [];            malformed: GET /api/projects/<id>: $: expected a JSON object, but was an array
            [{}];          malformed: GET /api/projects/<id>: $: expected a JSON object, but was an array
            "Given-0042";  malformed: GET /api/projects/<id>: $: expected a JSON object, but was a string of 10 characters
            {} {};         malformed: GET /api/projects/<id>: $: expected the end after the JSON object, but there is more
            {"id":;        malformed: GET /api/projects/<id>: expected JSON in UTF-8, but it ends too early at byte 6
            <html>;        malformed: GET /api/projects/<id>: expected JSON in UTF-8, but it is broken from the start, as when a login or maintenance page answers instead
            """)
    void anythingButOneObjectIsMalformedAndNoIdIsTold(String body, String expected) throws Exception {
        assertEquals(expected, Reads.inWords(result(Api.PROJECT, body)));
    }

    @Test
    void aRefusalOtherThanNotFoundIsAFailureThatDoesNotTellTheId() throws Exception {
        String refusal = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.sending(refusal, ScriptedServer.Then.GO_ON)) {
            assertEquals(
                    "forbidden: GET /api/projects/<id>: expected 200, but was 403:"
                            + " the token is not of the type that this route needs",
                    Reads.inWords(Reads.from(server.uri()).client().lookUp(Api.PROJECT, "proj|" + Reads.PERSON)));
        }
    }

    private static List<?> items(Api api, String body) throws Exception {
        return ((ApiResult.Ok<?>) result(api, body)).items();
    }

    private static ApiResult<?> result(Api api, String body) throws Exception {
        String answer = ScriptedServer.answer("Content-Length: " + body.length(), body);
        try (ScriptedServer server = ScriptedServer.sending(answer, ScriptedServer.Then.CLOSE)) {
            return Reads.from(server.uri()).client().lookUp(api, "proj|1");
        }
    }
}
