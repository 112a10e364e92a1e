package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DiskType;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A drive's JSON text to its record, and with it all that is common to every kind of element. */
class DriveElementsTest {

    private static final DriveInfo DRIVE = drive(DriveFormat.XFS, DriveState.READ_ONLY, "libvirt", "genomics");

    @Test
    void aDriveIsReadWhole() throws IOException {
        assertEquals(Judged.fine(DRIVE), read("""
                [{"id":"drive-0042","capacity":5,"format":"xfs","state":"ReadOnly","realmID":"libvirt",
                  "team":"team|genomics","hasSnapshot":true,
                  "name":"Invented Drive","owner":"user-1","diskType":"raw","project":"proj|p","writer":"vm-1",
                  "readers":["vm-2","vm-3"],"created":1772366400000,"attached":1772366400001,"stateChange":1772366400002}]"""));
    }

    @Test
    void theOrderOfFieldsDoesNotMatterNorDoThoseThatAreNotRead() throws IOException {
        assertEquals(Judged.fine(DRIVE), read("""
                [{"settings":{"name":"Given-0042","of":[{"id":"other"},[["state"]]]},
                  "name":"Invented Drive","owner":"user-1","diskType":"raw","project":"proj|p","writer":"vm-1",
                  "readers":["vm-2","vm-3"],"created":1772366400000,"attached":1772366400001,"stateChange":1772366400002,"hasSnapshot":true,"team":"genomics",
                  "realmID":"libvirt","notes":["id",{"id":7}],"state":"ReadOnly","format":"xfs","capacity":5,
                  "id":"drive-0042","last":null}]"""));
    }

    @Test
    void anEmptyIdAmongTheReadersRefersToNothing() throws IOException {
        assertEquals(Judged.fine(DRIVE), read(with("readers", "[\"\",\"vm-2\",\"\",\"vm-3\"]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                0;                     0
                -0;                    0
                -0.0;                  0
                5;                     5
                5.0;                   5
                5e0;                   5
                50e-1;                 5
                1.5e1;                 15
                "5";                   5
                "5.0";                 5
                "1e3";                 1000
                9007199254740993;      9007199254740993
                9223372036854775807;   9223372036854775807
                9.223372036854775807e18; 9223372036854775807
                "9223372036854775807"; 9223372036854775807
                """)
    void aWholeNumberIsReadHoweverItIsWritten(String json, long capacity) throws IOException {
        assertEquals(Judged.fine(ofCapacity(capacity)), read(withCapacity(json)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                -1;                    a negative number
                -5.0;                  a number with a fraction or exponent
                0.5;                   a number with a fraction or exponent
                1e-1;                  a number with a fraction or exponent
                9223372036854775808;   a number
                -9223372036854775809;  a negative number
                1e19;                  a number with a fraction or exponent
                1e400;                 a number with a fraction or exponent
                1e999999999;           a number with a fraction or exponent
                1e-999999999;          a number with a fraction or exponent
                1e99999999999;         a number with a fraction or exponent
                "-1";                  a string of 2 characters
                "";                    a string of 0 characters
                "ten";                 a string of 3 characters
                "1e99999999999";       a string of 13 characters
                "0x10";                a string of 4 characters
                " 5";                  a string of 2 characters
                "Infinity";            a string of 8 characters
                true;                  true
                false;                 false
                {};                    an object
                {"capacity":5};        an object
                [];                    an array
                [5,[6]];               an array
                """)
    void aCapacityThatCannotBeReadIsDroppedAndItsDriveStays(String json, String actual) throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.BAD_VALUE,
                        1,
                        "$[0].capacity: bad_value: expected a whole number, 0 or more, but was " + actual,
                        ofCapacity(null)),
                read(withCapacity(json)));
    }

    @Test
    void aNumberOfHundredsOfDigitsIsDroppedToo() throws IOException {
        assertEquals(1, read(withCapacity("9".repeat(900))).anomalies().get(AnomalyKind.BAD_VALUE));
        assertEquals(1, read(withCapacity("0." + "9".repeat(900))).anomalies().get(AnomalyKind.BAD_VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                hasSnapshot; "true"; true or false; a string of 4 characters
                hasSnapshot; 1;      true or false; a number
                realmID;     7;      a string;      a number
                realmID;     {};     a string;      an object
                team;        [];     a string;      an array
                team;        true;   a string;      true
                state;       1.5;    a string;      a number with a fraction or exponent
                format;      false;  a string;      false
                diskType;    [];     a string;      an array
                name;        7;      a string;      a number
                readers;     "vm";   an array;      a string of 2 characters
                created;     "now";  `a whole number, 0 or more`; a string of 3 characters
                """)
    void aFieldOfTheWrongTypeIsABadValueAndNotAMissingOneToo(String field, String json, String expected, String actual)
            throws IOException {
        Judged judged = read(with(field, json));

        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1), judged.anomalies());
        assertEquals("$[0]." + field + ": bad_value: expected " + expected + ", but was " + actual, judged.first());
        assertEquals(1, judged.items().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "owner", "capacity", "format", "readers", "created", "state", "realmID", "hasSnapshot"})
    void aPromisedFieldThatIsMissingOrNullIsCounted(String field) throws IOException {
        String first = "$[0]: missing_field: expected the field " + field + ", but was nothing";
        for (String json : List.of(with(field, "null"), without(field))) {
            Judged judged = read(json);
            assertEquals(Map.of(AnomalyKind.MISSING_FIELD, 1), judged.anomalies());
            assertEquals(first, judged.first());
        }
    }

    @Test
    void whatADriveLacksHasADefault() throws IOException {
        assertEquals(
                List.of(new DriveInfo(
                        "d",
                        "",
                        "",
                        -1,
                        DriveFormat.OTHER,
                        DiskType.UNKNOWN,
                        DriveState.OTHER,
                        "",
                        null,
                        null,
                        null,
                        List.of(),
                        -1,
                        -1,
                        -1,
                        false)),
                read("[{\"id\":\"d\"}]").items());
        assertEquals(
                Map.of(AnomalyKind.MISSING_FIELD, 9), read("[{\"id\":\"d\"}]").anomalies());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"team|\""})
    void aDriveOfNoTeamIsNoAnomaly(String team) throws IOException {
        assertEquals(
                Judged.fine(drive(DriveFormat.XFS, DriveState.READ_ONLY, "libvirt", null)), read(with("team", team)));
    }

    @ParameterizedTest
    @CsvSource({
        "state, Melting",
        "state, ready",
        "state, ''",
        "state, other",
        "format, ext3",
        "format, EXT4",
        "format, other"
    })
    void aValueThisVersionDoesNotKnowIsFoldedAndCounted(String field, String value) throws IOException {
        DriveInfo folded = field.equals("state")
                ? drive(DriveFormat.XFS, DriveState.OTHER, "libvirt", "genomics")
                : drive(DriveFormat.OTHER, DriveState.READ_ONLY, "libvirt", "genomics");
        assertEquals(
                Judged.with(
                        AnomalyKind.UNKNOWN_ENUM,
                        1,
                        "$[0]." + field + ": unknown_enum: expected a value this version knows, but was a string of "
                                + value.length() + " characters",
                        folded),
                read(with(field, '"' + value + '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void aDriveWithoutAnIdIsDropped(String id) throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.BAD_ELEMENT,
                        1,
                        "$[1]: bad_element: expected an object with an id, but was nothing",
                        DRIVE),
                read("[" + fields("") + "," + with("id", id).substring(1)));
    }

    @Test
    void anIdThatIsNoTextIsABadValueAndItsDriveDropped() throws IOException {
        assertEquals(
                new Judged(
                        List.of(DRIVE),
                        Map.of(AnomalyKind.BAD_VALUE, 1, AnomalyKind.BAD_ELEMENT, 1),
                        "$[0].id: bad_value: expected a string, but was a number"),
                read("[{\"id\":42}," + fields("") + "]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                null;                     null
                "drive-0043";             a string of 10 characters
                43;                       a number
                -43;                      a negative number
                true;                     true
                [{"id":"drive-0043"}];    an array
                [[],[[]]];                an array
                """)
    void whatIsNoObjectIsDroppedAndTheRestStays(String element, String actual) throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.BAD_ELEMENT, 1, "$[0]: bad_element: expected an object, but was " + actual, DRIVE),
                read("[" + element + "," + fields("") + "]"));
    }

    @Test
    void theFirstOfTwoWithOneIdIsKept() throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.DUPLICATE_ID,
                        2,
                        "$[1]: duplicate_id: expected an id not met before, but was nothing",
                        DRIVE),
                read("[" + fields("") + "," + fields("").replace("xfs", "ntfs") + "," + fields("") + "]"));
    }

    @Test
    void theFirstAnomalyIsToldAndAllAreCounted() throws IOException {
        Judged judged = read("[" + fields("").replace("xfs", "fat") + ",7,{},"
                + fields("").replace("0042", "0043").replace("\"capacity\":5", "\"capacity\":\"\"") + "]");

        assertEquals(
                Map.of(AnomalyKind.UNKNOWN_ENUM, 1, AnomalyKind.BAD_ELEMENT, 2, AnomalyKind.BAD_VALUE, 1),
                judged.anomalies());
        assertEquals(
                "$[0].format: unknown_enum: expected a value this version knows, but was a string of 3 characters",
                judged.first());
    }

    private static Judged read(String json) throws IOException {
        return Judged.of(Api.DRIVES, json);
    }

    private static DriveInfo drive(DriveFormat format, DriveState state, String realm, @Nullable String team) {
        return sample(5L, format, state, realm, team);
    }

    private static DriveInfo ofCapacity(@Nullable Long capacity) {
        return sample(capacity, DriveFormat.XFS, DriveState.READ_ONLY, "libvirt", "genomics");
    }

    private static DriveInfo sample(
            @Nullable Long capacity, DriveFormat format, DriveState state, String realm, @Nullable String team) {
        return new DriveInfo(
                "drive-0042",
                "Invented Drive",
                "user-1",
                capacity == null ? -1 : capacity,
                format,
                DiskType.RAW,
                state,
                realm,
                team,
                "proj|p",
                "vm-1",
                List.of("vm-2", "vm-3"),
                1772366400000L,
                1772366400001L,
                1772366400002L,
                true);
    }

    private static String withCapacity(String json) {
        return with("capacity", json);
    }

    /** The sample drive alone, with one field replaced. */
    private static String with(String field, String json) {
        return without(field).replace("}]", ",\"" + field + "\":" + json + "}]");
    }

    private static String without(String field) {
        return "[" + fields(field) + "]";
    }

    private static String fields(String left) {
        return Map.ofEntries(
                        Map.entry("id", "\"drive-0042\""),
                        Map.entry("name", "\"Invented Drive\""),
                        Map.entry("owner", "\"user-1\""),
                        Map.entry("capacity", "5"),
                        Map.entry("format", "\"xfs\""),
                        Map.entry("diskType", "\"raw\""),
                        Map.entry("state", "\"ReadOnly\""),
                        Map.entry("realmID", "\"libvirt\""),
                        Map.entry("team", "\"team|genomics\""),
                        Map.entry("project", "\"proj|p\""),
                        Map.entry("writer", "\"vm-1\""),
                        Map.entry("readers", "[\"vm-2\",\"vm-3\"]"),
                        Map.entry("created", "1772366400000"),
                        Map.entry("attached", "1772366400001"),
                        Map.entry("stateChange", "1772366400002"),
                        Map.entry("hasSnapshot", "true"))
                .entrySet()
                .stream()
                .filter(field -> !field.getKey().equals(left))
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aRealmIdThatIsNoStepOfAPathIsABadValue(String realm) throws IOException {
        Judged judged = read(with("realmID", '"' + realm + '"'));
        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1), judged.anomalies());
        assertEquals(1, judged.items().size());
    }
}
