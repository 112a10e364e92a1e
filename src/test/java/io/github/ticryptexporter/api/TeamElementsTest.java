package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON text of a team, and of what is only counted, to their records. */
class TeamElementsTest {

    private static final String TOO_DEEP = "expected JSON in UTF-8, but it is nested more than 1000 deep";

    @Test
    void aTeamIsReadWhole() throws IOException {
        Quota quota = new Quota(0L, 8L, Map.of("vault", 9L), Map.of("gpu-nvidia", 2L));
        assertEquals(
                Judged.fine(new TeamInfo(
                        "genomics",
                        "team|genomics",
                        "Invented Team",
                        quota,
                        new Quota(1L, null, Map.of(), Map.of()),
                        Instant.EPOCH,
                        Instant.ofEpochMilli(1772366400000L),
                        Set.of("u", "v"))),
                read("""
                [{"members":[{"id":"u","roles":[{"id":1}]},{},{"id":"v"},{"id":"u"}],"perUserQuotas":{"cores":1},"endDate":1.7723664e12,"startDate":0,
                  "teamQuotas":{"devices":{"gpu-nvidia":2},"storage":{"vault":"9"},"memory":8.0,"cores":0},
                  "userQuotas":{"cores":[]},"name":"Invented Team","id":"team|genomics"}]"""));
    }

    @Test
    void whatATeamsQuotaDoesNotNameIsUnlimited() throws IOException {
        assertEquals(
                Judged.fine(new TeamInfo(
                        "genomics", "genomics", "", Quota.UNLIMITED, Quota.UNLIMITED, null, null, Set.of())),
                read("""
                [{"id":"genomics","name":"","perUserQuotas":{},"teamQuotas":{"cores":null,"storage":null},"members":[],"endDate":null}]"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                "teamQuotas":[];                        $[0].teamQuotas: bad_value: expected an object, but was an array
                "teamQuotas":{"cores":-1};              $[0].teamQuotas.cores: bad_value: expected a whole number, 0 or more, but was a negative number
                "teamQuotas":{"storage":7};             $[0].teamQuotas.storage: bad_value: expected an object, but was a number
                "teamQuotas":{"storage":{"name":{}}};   $[0].teamQuotas.storage.name: bad_value: expected a whole number, 0 or more, but was an object
                "members":{};                           $[0].members: bad_value: expected an array, but was an object
                "members":3;                            $[0].members: bad_value: expected an array, but was a number
                "members":[{},"Given-0042",{}];         $[0].members[1]: bad_value: expected an object, but was a string of 10 characters
                "members":[[{}]];                       $[0].members[0]: bad_value: expected an object, but was an array
                "name":{"first":"Given-0042"};          $[0].name: bad_value: expected a string, but was an object
                "startDate":"soon";                     $[0].startDate: bad_value: expected a whole number, 0 or more, but was a string of 4 characters
                "endDate":1e30;                         $[0].endDate: bad_value: expected a whole number, 0 or more, but was a number with a fraction or exponent
                """)
    void oneBadFieldIsOneAnomalyAndItsTeamStays(String fields, String first) throws IOException {
        Judged judged =
                read("[{\"id\":\"genomics\",\"name\":\"\",\"teamQuotas\":{},\"perUserQuotas\":{},\"members\":[],"
                        + fields + "}]");

        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1), judged.anomalies());
        assertEquals(first, judged.first());
        assertEquals(1, judged.items().size());
    }

    @Test
    void aMemberThatIsNoObjectIsNotCountedAmongTheOthers() throws IOException {
        Judged judged = read("""
                [{"id":"genomics","name":"","teamQuotas":{},"perUserQuotas":{},
                  "members":[{"id":"u"},null,7,[],{"a":[{}],"id":"v"},{},"x"]}]""");

        assertEquals(Set.of("u", "v"), ((TeamInfo) judged.items().get(0)).members());
        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 4), judged.anomalies());
    }

    @Test
    void whatATeamLacksIsMissed() throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.MISSING_FIELD,
                        4,
                        "$[0]: missing_field: expected the field name, but was nothing",
                        new TeamInfo("genomics", "genomics", "", null, Quota.UNLIMITED, null, null, Set.of())),
                read("[{\"id\":\"genomics\",\"members\":null}]"));
    }

    @Test
    void idsWithAndWithoutTheirPrefixAreTheSameTeam() throws IOException {
        assertEquals(Map.of(AnomalyKind.DUPLICATE_ID, 1), read("""
                [{"id":"team|a","name":"","teamQuotas":{},"perUserQuotas":{},"members":[]},
                 {"id":"a","name":"","teamQuotas":{},"perUserQuotas":{},"members":[]}]""").anomalies());
    }

    @Test
    void aPrefixAloneIsNoId() throws IOException {
        assertEquals(
                Map.of(AnomalyKind.BAD_ELEMENT, 1), read("[{\"id\":\"team|\"}]").anomalies());
    }

    /** No encoding can write half a surrogate pair: told apart here, the two would come out as one series twice. */
    @Test
    void idsThatDifferInHalfASurrogatePairAreOneId() throws IOException {
        Judged judged = read("[{\"id\":\"a\\ud800\"},{\"id\":\"a\\udc01\"}]");
        assertEquals(1, judged.items().size());
        assertEquals(1, judged.anomalies().get(AnomalyKind.DUPLICATE_ID));
    }

    @ParameterizedTest
    @EnumSource(
            value = Api.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"IDENTITY_.*", "TEAM_QUOTAS", "PROJECT"})
    void nestingBeyondTheLimitIsMalformedEvenInAFieldThatIsNotRead(Api api) {
        String deep = "[{\"id\":\"a\",\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}]";

        IOException thrown = assertThrows(MalformedAnswer.class, () -> Judged.of(api, deep));
        assertEquals(TOO_DEEP, String.valueOf(thrown.getMessage()).replaceFirst(" at byte \\d+$", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"id":"a","x":DIGITS};       a number, or a string in a field that is read,
            {"id":"a","name":"DIGITS"};  a number, or a string in a field that is read,
            {"id":"a","members":"DIGITS"}; a number, or a string in a field that is read,
            {"xDIGITS":1};               a name
            """)
    void aNumberOrANameOrAStringOfUnreasonableLengthIsMalformed(String element, String what) {
        String json = "[" + element.replace("DIGITS", "7".repeat(2_000_000)) + "]";

        IOException thrown = assertThrows(MalformedAnswer.class, () -> Judged.of(Api.TEAMS, json));
        assertEquals(
                "expected JSON in UTF-8, but it has " + what + " of more than 1048576 characters",
                String.valueOf(thrown.getMessage()).replaceFirst(" at byte \\d+$", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Api.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"IDENTITY_.*", "TEAM_QUOTAS", "PROJECT"})
    void nestingWithinTheLimitAndVeryLongFieldsAreSkipped(Api api) throws IOException {
        String json = "[{\"x\":" + "[".repeat(900) + "]".repeat(900) + ",\"y\":\"" + "\u00e4\\n".repeat(1_000_000)
                + "\",\"id\":\"a\",\"z\":[" + "{\"id\":7},".repeat(100_000) + "null]}]";

        Judged judged = Judged.of(api, json);
        assertEquals(1, judged.items().size());
        assertEquals(0, judged.anomalies().getOrDefault(AnomalyKind.BAD_VALUE, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void aListOfAnyLengthIsKeptInItsOrder(int length) throws IOException {
        StringBuilder json = new StringBuilder("[");
        for (int index = 0; index < length; index++) {
            json.append(index == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(index)
                    .append("\"}");
        }
        List<?> items = Judged.of(Api.PROJECTS, json.append(']').toString()).items();

        assertEquals(length, items.size());
        for (int index = 0; index < length; index++) {
            assertEquals(new ProjectInfo(String.valueOf(index), false, ""), items.get(index));
        }
    }

    private static Judged read(String json) throws IOException {
        return Judged.of(Api.TEAMS, json);
    }
}
