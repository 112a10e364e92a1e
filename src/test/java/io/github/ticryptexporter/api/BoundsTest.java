package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.QuietLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is larger than any site's: it costs the field where that can be, else the list; and says which bound it passed. */
@ExtendWith(QuietLibraries.class)
class BoundsTest {

    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            1000; ok: 1 items, {}
            1001; ok: 1 items, {BAD_VALUE=1}
            """)
    void aStringBeyondAThousandCharactersCostsItsField(int length, String expected) throws Exception {
        String project = "[{\"id\":\"a\",\"securityLevel\":\"" + "x".repeat(length) + "\"}]";
        assertEquals(expected, outcome(Api.PROJECTS, project));
    }

    @Test
    void anIdBeyondAThousandCharactersCostsItsElement() throws Exception {
        String projects = "[{\"id\":\"" + "x".repeat(1001) + "\",\"securityLevel\":\"cui\"}]";
        assertEquals("ok: 0 items, {BAD_ELEMENT=1, BAD_VALUE=1}", outcome(Api.PROJECTS, projects));
    }

    @Test
    void aStringOfMegabytesIsSkippedWhereItIsNotReadAndNeverHeldWhereItIs() throws Exception {
        String large = "x".repeat(2 * MILLION);
        assertEquals(
                "ok: 1 items, {}",
                outcome(Api.PROJECTS, "[{\"desc\":\"" + large + "\",\"id\":\"a\",\"securityLevel\":\"cui\"}]"));
        assertEquals(
                "malformed: GET /api/projects: expected JSON in UTF-8, but it has a number, or a string in a field that is"
                        + " read, of more than 1048576 characters",
                outcome(Api.PROJECTS, "[{\"id\":\"a\",\"securityLevel\":\"" + large + "\"}]")
                        .replaceFirst(" at byte \\d+$", ""));
    }

    @Test
    void aListOfMoreThanAMillionElementsIsTooLarge() throws Exception {
        assertEquals("ok: 0 items, {BAD_ELEMENT=1000000}", outcome(Api.PROJECTS, list("{}", MILLION)));
        assertEquals(
                "too_large: GET /api/projects: expected at most 1000000 elements, but there are more",
                outcome(Api.PROJECTS, list("{}", MILLION + 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            1000000; ok: 1 items, {MISSING_FIELD=8}
            1000001; ok: 1 items, {BAD_VALUE=1, MISSING_FIELD=8}
            """)
    void anArrayOfMoreThanAMillionItemsCostsItsField(int items, String expected) throws Exception {
        assertEquals(expected, outcome(Api.DRIVES, "[{\"id\":\"a\",\"readers\":" + list("\"\"", items) + "}]"));
    }

    @Test
    void soDoesAnObjectOfMoreThanAMillionTypes() throws Exception {
        String devices = list("\"a\":1", MILLION + 1).replace('[', '{').replace(']', '}');
        String team = "[{\"id\":\"a\",\"name\":\"\",\"members\":[],\"perUserQuotas\":{},\"teamQuotas\":{\"devices\":"
                + devices + "}}]";
        assertEquals("ok: 1 items, {BAD_VALUE=1}", outcome(Api.TEAMS, team));
    }

    @Test
    void badItemsAreCountedAndCostNothingElse() throws Exception {
        assertEquals(
                "ok: 1 items, {BAD_VALUE=100000, MISSING_FIELD=8}",
                outcome(Api.DRIVES, "[{\"id\":\"a\",\"readers\":" + list("7", 100_000) + "}]"));
    }

    private static String list(String item, int count) {
        return "[" + (item + ",").repeat(count - 1) + item + "]";
    }

    private static String outcome(Api api, String body) throws Exception {
        String answer = ScriptedServer.answer("Content-Length: " + body.length(), body);
        try (ScriptedServer server = ScriptedServer.sending(answer, Then.GO_ON)) {
            return Reads.from(server.uri()).outcome(SourceId.site(api));
        }
    }
}
