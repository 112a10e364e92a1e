package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.QuietLibraries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real answers with bytes flipped, deleted, inserted and doubled: whatever comes, a result comes out and tells nothing. */
@ExtendWith(QuietLibraries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationTest {

    private static final int IN_MEMORY = 1500;
    private static final int OVER_A_SOCKET = 40;
    private static final int LARGEST = 20_000;
    private static final Set<String> REASONS = Set.of("ok", "malformed");

    private final SimulatedSite site = TestSite.started();

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Api.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"IDENTITY_.*", "TEAM_QUOTAS", "PROJECT"})
    void aSpoiledAnswerIsReadOrMalformedAndNeverQuoted(Api api) throws Exception {
        Random random = new Random(api.label().hashCode());
        byte[] answer = planted(answerOf(api));
        for (int round = 0; round < IN_MEMORY; round++) {
            String words = words(api, mutated(answer, random));
            assertTrue(!words.contains(Reads.PERSON) && !words.contains("Given"), words);
        }
    }

    private static String words(Api api, byte[] body) throws IOException {
        AnswerReader<?> reader =
                new AnswerReader<>(Route.of(api).form(Set.of(FreeText.values())), new Texts(), List.of());
        try {
            reader.read(new ByteArrayInputStream(body));
            return String.valueOf(reader.anomalies().first());
        } catch (MalformedAnswer e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Api.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"IDENTITY_.*", "TEAM_QUOTAS", "PROJECT"})
    void aSpoiledAnswerOverASocketHasOneOfTheReasonsForIt(Api api) throws Exception {
        Random random = new Random(~api.label().hashCode());
        byte[] answer = planted(answerOf(api));
        SourceId source = source(api);
        String path = Route.of(api).pathFor(source.realm());
        ApiClient client = Reads.from(site.uri()).with(TestSite.tokens(site)).client();
        try {
            for (int round = 0; round < OVER_A_SOCKET; round++) {
                site.fault(path, Fault.none().withBody(mutated(answer, random)));
                String words = Reads.inWords(client.read(source));
                assertTrue(REASONS.contains(words.substring(0, words.indexOf(':'))), words);
                assertFalse(words.contains("a defect"), words);
            }
        } finally {
            site.heal();
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            bytes = mutatedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(random.nextBoolean() ? 2 : 200), bytes.length - at);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.write(bytes[at] ^ (1 << random.nextInt(8)));
            case 1 -> length = Math.min(length, bytes.length - at - 1);
            case 2 -> out.write(random.nextInt(256));
            case 3 -> out.write("{}[]\",:0-e.\\n\n".charAt(random.nextInt(13)));
            default -> {
                out.write(bytes, at, length);
                length = 0;
            }
        }
        out.write(bytes, at + length, bytes.length - at - length);
        return out.size() == 0 ? bytes : out.toByteArray();
    }

    /** Every string that is not a key has a person in it. */
    private static byte[] planted(String json) {
        return json.replaceAll(":\"([^\"]{0,8})", ":\"$1" + Reads.PERSON).getBytes(StandardCharsets.UTF_8);
    }

    /** The first objects of the list as the site answers it. */
    private String answerOf(Api api) throws IOException, InterruptedException {
        SourceId source = source(api);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(site.uri() + Route.of(api).pathFor(source.realm())))
                .header(
                        "Cookie",
                        "TC_TOKEN="
                                + site.tokens().get(api.token().orElseThrow().label()));
        Route.of(api)
                .bodyFor(source.realm())
                .ifPresent(body -> request.method("GET", HttpRequest.BodyPublishers.ofString(body)));
        try (InputStream body = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofInputStream())
                .body()) {
            String start = new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return start.length() < LARGEST ? start : start.substring(0, start.lastIndexOf("},{") + 1) + "]";
        }
    }

    private static SourceId source(Api api) {
        return new SourceId(api, api.scope() == Api.Scope.REALM ? "libvirt" : "");
    }
}
