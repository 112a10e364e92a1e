package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ScriptedServer.Then;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that came whole with status 200 and are not what the route answers. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesTest {

    private static final String ONE =
            "[{\"id\":\"project-0042\",\"securityLevel\":\"cui\",\"name\":\"" + Reads.PERSON + "\"}]";
    private static final String ONE_PROJECT = "ok: 1 items, {}";
    private static final String BROKEN_GZIP =
            "malformed: GET /api/projects: expected the gzip that Content-Encoding announces, but it is broken";

    private final SimulatedSite site = TestSite.started();

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                ``                          | $: expected a JSON array, but was nothing
                `   `                       | $: expected a JSON array, but was nothing
                {"message":"Given-0042"}    | $: expected a JSON array, but was an object
                "Given-0042"                | $: expected a JSON array, but was a string of 10 characters
                null                        | $: expected a JSON array, but was null
                -42                         | $: expected a JSON array, but was a negative number
                true                        | $: expected a JSON array, but was true
                ["Given-0042",7,null,[],{}] | ok
                ["Given-0042",7,null,[]]    | $: expected an array of objects, but none of 4 elements is one
                [[{"id":"Given-0042"}]]     | $: expected an array of objects, but none of 1 elements is one
                [] []                       | $: expected the end after the JSON array, but there is more
                [] null                     | $: expected the end after the JSON array, but there is more
                [] x                        | expected JSON in UTF-8, but it is broken at byte 3
                []]                         | expected JSON in UTF-8, but it is broken at byte 2
                [{"id":"Given-0042"}        | expected JSON in UTF-8, but it ends too early at byte 20
                [{"id":"Given-00            | expected JSON in UTF-8, but it ends too early at byte 16
                [{"id":"Given-0042"},]      | expected JSON in UTF-8, but it is broken at byte 21
                [{id:"Given-0042"}]         | expected JSON in UTF-8, but it is broken at byte 2
                [{"id":Given-0042}]         | expected JSON in UTF-8, but it is broken at byte 7
                [{"id":NaN}]                | expected JSON in UTF-8, but it is broken at byte 10
                <html>Given-0042</html>     | expected JSON in UTF-8, but it is broken from the start, as when a login or maintenance page answers instead
                """)
    void whatIsNoArrayOfObjectsIsMalformed(String body, String trouble) throws Exception {
        String expected =
                trouble.equals("ok") ? "ok: 0 items, {BAD_ELEMENT=5}" : "malformed: GET /api/projects: " + trouble;
        assertEquals(expected, outcomeOf(Fault.none().withBody(body)));
    }

    @Test
    void aPageOfAPortalInPlaceOfTheApiIsMalformed() throws Exception {
        Fault page = Fault.none()
                .withBody("<!DOCTYPE html><title>Log in, " + Reads.PERSON + "</title>")
                .withHeader("Content-Type", "text/html; charset=utf-8");
        assertEquals(
                "malformed: GET /api/projects: expected JSON in UTF-8, but it is broken from the start, as when a login or maintenance page answers instead",
                outcomeOf(page));
    }

    @Test
    void theTypeAndTheCharsetThatAnAnswerClaimsAreIgnored() throws Exception {
        Fault odd = Fault.none().withBody(ONE).withHeader("Content-Type", "text/plain; charset=iso-8859-7");
        assertEquals(ONE_PROJECT, outcomeOf(odd));
    }

    @Test
    void anEmptyListIsAnAnswer() throws Exception {
        assertEquals("ok: 0 items, {}", outcomeOf(Fault.none().withBody(" [ ] \n")));
    }

    @Test
    void aByteOrderMarkIsFine() throws Exception {
        assertEquals(ONE_PROJECT, outcomeOf(Fault.none().withBody("\uFEFF" + ONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void jsonInAnotherEncodingIsMalformed(String charset) throws Exception {
        String outcome = outcomeOf(Fault.none().withBody(ONE.getBytes(charset)));
        assertTrue(
                outcome.matches("malformed: GET /api/projects: expected JSON in UTF-8, but it is (broken|no UTF-8).*"),
                outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name"})
    void invalidUtf8IsMalformedInAFieldThatIsReadAndInOneThatIsNot(String field) throws Exception {
        byte[] latin1 = ("[{\"" + field + "\":\"J\u00f6rg-0042\"}]").getBytes(StandardCharsets.ISO_8859_1);
        String outcome = outcomeOf(Fault.none().withBody(latin1));
        assertEquals("malformed: GET /api/projects: expected JSON in UTF-8, but it is no UTF-8", outcome);
    }

    @Test
    void gzipIsUndone() throws Exception {
        assertEquals(ONE_PROJECT, outcomeOf(gzip(zipped(ONE))));
        assertEquals(ONE_PROJECT, outcomeOf(gzip(zipped(ONE)).withHeader("Content-Encoding", "X-GZIP")));
    }

    @Test
    void gzipOfSeveralMembersIsOneBody() throws Exception {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(zipped(ONE.substring(0, 10)));
        members.write(zipped(ONE.substring(10)));
        assertEquals(ONE_PROJECT, outcomeOf(gzip(members.toByteArray())));
    }

    @Test
    void gzipOfSeveralMembersIsOneBodyThoughTheyComeApart() throws Exception {
        String first = new String(zipped(ONE.substring(0, 10)), StandardCharsets.ISO_8859_1);
        String second = new String(zipped(ONE.substring(10)), StandardCharsets.ISO_8859_1);
        String chunks = Stream.of(first, second, "")
                .map(member -> Integer.toHexString(member.length()) + "\r\n" + member + "\r\n")
                .collect(Collectors.joining());
        String answer = ScriptedServer.answer("Content-Encoding: gzip\nTransfer-Encoding: chunked", chunks);
        try (ScriptedServer server = ScriptedServer.sending(answer, Then.GO_ON)) {
            assertEquals(ONE_PROJECT, Reads.from(server.uri()).outcome(Reads.PROJECTS));
        }
    }

    @Test
    void theAnswersSizeIsThatOfTheDecompressedBody() throws Exception {
        outcomeOf(gzip(zipped(ONE)));
        ApiResult.Ok<?> ok = (ApiResult.Ok<?>) Reads.from(site.uri()).result(Reads.PROJECTS);
        assertEquals(ONE.length(), ok.bytes());
    }

    @Test
    void gzipThatIsBrokenIsMalformedWhereverItBreaks() throws Exception {
        byte[] whole = zipped(ONE);
        byte[] otherSum = whole.clone();
        otherSum[whole.length - 8] ^= 1;
        byte[] otherContent = whole.clone();
        otherContent[12] ^= 0x55;
        assertEquals(BROKEN_GZIP, outcomeOf(gzip(otherSum)));
        assertEquals(BROKEN_GZIP, outcomeOf(gzip(otherContent)));
        assertEquals(BROKEN_GZIP, outcomeOf(gzip(new byte[0])));
        for (int length : new int[] {1, 9, 10, 30, whole.length - 8, whole.length - 1}) {
            assertEquals(BROKEN_GZIP, outcomeOf(gzip(Arrays.copyOf(whole, length))), length + " bytes");
        }
    }

    /** Overlong forms, halves of surrogate pairs and what lies beyond Unicode: the platform's decoder knows them all. */
    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "F5808080", "FF", "C328", "E28228"})
    void bytesThatOnlyLookLikeUtf8AreMalformed(String hex) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("[{\"id\":\"a\",\"skipped\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}]".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "malformed: GET /api/projects: expected JSON in UTF-8, but it is no UTF-8",
                outcomeOf(Fault.none().withBody(body.toByteArray())));
    }

    @Test
    void bytesAfterTheGzipAreMalformed() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(zipped(ONE));
        body.writeBytes("more".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "malformed: GET /api/projects: expected the end after the gzip, but there is more",
                outcomeOf(gzip(body.toByteArray())));
    }

    @Test
    void gzipThatIsAnnouncedAndNotThereIsMalformed() throws Exception {
        assertEquals(BROKEN_GZIP, outcomeOf(gzip(ONE.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void gzipThatIsThereAndNotAnnouncedIsMalformed() throws Exception {
        assertEquals(
                "malformed: GET /api/projects: expected JSON in UTF-8, but it is no UTF-8",
                outcomeOf(Fault.none().withBody(zipped(ONE))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "Given-0042"})
    void anEncodingThatWasNotAskedForIsMalformed(String encoding) throws Exception {
        assertEquals(
                "malformed: GET /api/projects: expected gzip or no Content-Encoding, but was another",
                outcomeOf(Fault.none().withBody(ONE).withHeader("Content-Encoding", encoding)));
    }

    @Test
    void aBodyBeyondTheCapIsTooLargeAndOneAtTheCapIsNot() throws Exception {
        fault(Fault.none().withBody(ONE));
        assertEquals(ONE_PROJECT, outcome(ONE.length()));
        assertEquals(tooLarge(ONE.length() - 1), outcome(ONE.length() - 1));
    }

    @Test
    void aGzipBombIsTooLargeForItsSizeIsThatOfWhatComesOut() throws Exception {
        byte[] bomb = zipped(
                "[{\"id\":\"project-0042\",\"securityLevel\":\"cui\",\"bulk\":\"" + "x".repeat(20_000_000) + "\"}]");
        fault(gzip(bomb));
        assertEquals(tooLarge(1_000_000), outcome(1_000_000));
        assertEquals(ONE_PROJECT, outcome(30_000_000));
    }

    private static String tooLarge(long cap) {
        return "too_large: GET /api/projects: expected at most " + cap
                + " bytes, but there are more; raise ticrypt.max-response-bytes if the site is that large";
    }

    private String outcome(long cap) throws IOException, InterruptedException {
        return Reads.from(site.uri()).upTo(cap).outcome(Reads.PROJECTS);
    }

    private String outcomeOf(Fault fault) throws IOException, InterruptedException {
        fault(fault);
        return Reads.from(site.uri()).outcome(Reads.PROJECTS);
    }

    private void fault(Fault fault) {
        site.heal();
        site.fault("/api/projects", fault);
    }

    private static Fault gzip(byte[] body) {
        return Fault.none().withBody(body).withHeader("Content-Encoding", "gzip");
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
