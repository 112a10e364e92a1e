package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ImageType;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON text of users, projects and images to their records; and what of people's text is kept at all. */
class PeopleElementsTest {

    private static final String USER = """
            [{"id":"user-0042","firstName":"Given-0042","lastName":"Family-0042","email":"given-0042@example.edu",
              "contactEmail":"other-0042@example.edu","joined":1,"lastLogin":"2","role":"Admin","permissions":["a"],
              "state":"Inactive","stateReason":"text","deactivationType":"XSS","department":"d","comment":"c",
              "neverEscrow":true,"passChanged":3.0,"expiration":4,"tosAccepted":5,"deactivatedUntil":6,"lastEscrow":7}]""";

    @Test
    void aUserIsReadAsFarAsItIsCounted() throws IOException {
        assertEquals(
                Judged.fine(new UserInfo(
                        "user-0042",
                        LoginEmail.of("Given-0042@Example.edu").orElseThrow(),
                        "Inactive",
                        "Admin",
                        DeactivationType.XSS,
                        1,
                        2,
                        true,
                        7,
                        true,
                        3,
                        4,
                        6)),
                Judged.of(Api.USERS, USER));
    }

    @Test
    void whatAUserLacksIsNotKnownAndOnlyWhatIsPromisedIsMissed() throws IOException {
        assertEquals(
                Judged.with(
                        AnomalyKind.MISSING_FIELD,
                        4,
                        "$[0]: missing_field: expected the field email, but was nothing",
                        new UserInfo("user-0042", null, "", "", null, -1, -1, false, -1, false, -1, -1, -1)),
                Judged.of(Api.USERS, "[{\"id\":\"user-0042\",\"lastLogin\":null,\"neverEscrow\":null}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            "deactivationType":"Boredom"; {UNKNOWN_ENUM=1}
            "deactivationType":7;         {BAD_VALUE=1}
            "lastLogin":-1;               {BAD_VALUE=1}
            "neverEscrow":"yes";          {BAD_VALUE=1}
            "state":{};                   {BAD_VALUE=1}
            "email":["a"];                {BAD_VALUE=1}
            """)
    void oneBadFieldIsOneAnomalyAndItsUserStays(String field, String anomalies) throws IOException {
        Judged judged = Judged.of(Api.USERS, USER.replace("}]", "," + field + "}]"));
        assertEquals(anomalies, judged.anomalies().toString());
        assertEquals(1, judged.items().size());
    }

    @Test
    void aProjectKnowsWhetherItHasAParent() throws IOException {
        assertEquals(
                Judged.fine(
                        new ProjectInfo("proj|a", false, "cui"),
                        new ProjectInfo("proj|b", true, "cui"),
                        new ProjectInfo("proj|c", false, "")),
                Judged.of(Api.PROJECTS, """
                [{"id":"proj|a","name":"Given-0042","desc":"","securityLevel":"cui","parent":null},
                 {"id":"proj|b","securityLevel":"cui","parent":"proj|a"},
                 {"id":"proj|c","securityLevel":"","parent":""}]"""));
    }

    @Test
    void anImageHasATypeAndASize() throws IOException {
        assertEquals(
                new Judged(
                        List.of(
                                new ImageInfo("a", ImageType.LINUX, 5),
                                new ImageInfo("b", ImageType.WINDOWS, 0),
                                new ImageInfo("c", ImageType.UNKNOWN, 0),
                                new ImageInfo("d", ImageType.OTHER, 0)),
                        Map.of(AnomalyKind.UNKNOWN_ENUM, 1, AnomalyKind.BAD_VALUE, 1),
                        "$[1].size: bad_value: expected a whole number, 0 or more, but was a negative number"),
                Judged.of(Api.VM_IMAGES, """
                [{"id":"a","imageType":"linux","size":5},{"id":"b","imageType":"windows","size":-1},
                 {"id":"c"},{"id":"d","imageType":"unknown"}]"""));
    }

    @ParameterizedTest
    @CsvSource({"USERS", "PROJECTS", "VM_IMAGES"})
    void anElementWithoutAnIdIsDroppedAndTheFirstOfTwoEqualOnesStays(Api api) throws IOException {
        Judged judged = Judged.of(api, """
                [{"name":"Given-0042"},{"id":7},"c",{"id":""},{"id":"a"},{"id":"a"},{"id":"b"}]""");
        assertEquals(2, judged.items().size());
        assertEquals(4, judged.anomalies().get(AnomalyKind.BAD_ELEMENT));
        assertEquals(1, judged.anomalies().get(AnomalyKind.DUPLICATE_ID));
    }

    /** It is there, so it is not missing, and a number would still be a bad value; but it never leaves the stream. */
    @Test
    void textThatNothingShowsIsNotKept() throws IOException {
        assertNull(((UserInfo) read(Set.of(FreeText.OBJECT_NAMES), Api.USERS, USER)
                        .items()
                        .get(0))
                .email());
        Judged vms = read(Set.of(FreeText.LOGIN_EMAILS), Api.VMS, """
                [{"id":"a","name":"Given-0042","owner":"u","drives":{},"brick":"b","active":true,"ip":"","protocolVer":1,
                  "ssh":{},"vpn":{}},{"id":"b","name":7,"owner":"u","drives":{},"brick":"b","active":true,"ip":"",
                  "protocolVer":1,"ssh":{},"vpn":{}}]""");
        assertEquals("", ((VmInfo) vms.items().get(0)).name());
        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 1), vms.anomalies());
    }

    private static Judged read(Set<FreeText> kept, Api api, String json) throws IOException {
        return Judged.of(api, json, kept);
    }

    /** What is shared is remembered beyond the answer, and a heap dump is to hold no address. */
    @Test
    void anAddressIsNotAmongTheTextsThatAreShared() throws IOException {
        Texts texts = new Texts();
        AnswerReader<?> reader =
                new AnswerReader<>(Route.of(Api.USERS).form(Set.of(FreeText.LOGIN_EMAILS)), texts, List.of());
        reader.read(new ByteArrayInputStream(USER.getBytes(StandardCharsets.UTF_8)));

        int known = texts.size();
        texts.of("user-0042");
        assertEquals(known, texts.size());
        texts.of("given-0042@example.edu");
        assertEquals(known + 1, texts.size());
    }
}
