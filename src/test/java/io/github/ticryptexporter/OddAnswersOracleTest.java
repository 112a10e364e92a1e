package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ticryptexporter.oracle.Comparison;
import io.github.ticryptexporter.oracle.Exposition;
import io.github.ticryptexporter.oracle.Families;
import io.github.ticryptexporter.oracle.Oracle;
import io.github.ticryptexporter.oracle.OracleSettings;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import io.github.ticryptexporter.oracle.RawSite;
import io.github.ticryptexporter.oracle.RawSiteReader;
import io.github.ticryptexporter.poll.SteppedExporter;
import io.github.ticryptexporter.simulator.Fault;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers with fields that are missing, of another type, out of range or that refer to something else: exporter and oracle
 * make the same of them. More seeds than the few of every build: {@code -Dodd.answers=500}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class OddAnswersOracleTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SEEDS = Integer.getInteger("odd.answers", 10);

    /** Each list with the token and the request body that it takes. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "/api/drives", List.of("drive", ""),
            "/api/vms/libvirt/active", List.of("vm", ""),
            "/api/vms/libvirt2/active", List.of("vm", ""),
            "/api/vms/libvirt/configs", List.of("vm", ""),
            "/api/vms/libvirt2/configs", List.of("vm", ""),
            "/api/vms/images", List.of("vm", "{\"realm\":\"libvirt\"}"),
            "/api/teams", List.of("team", ""),
            "/api/projects", List.of("project", ""),
            "/api/users", List.of("user", ""));

    private final ManualClock clock = new ManualClock();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, ArrayNode> bodies = new HashMap<>();
    private final SimulatedSite site = Sites.site(17, 0.02, Scenario.BUSY, clock);

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws Exception {
        site.start();
        clock.advance(Duration.ofMinutes(3));
        tokens.putAll(Sites.tokens(site));
        for (String path : LISTS.keySet()) {
            bodies.put(path, body(path));
        }
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private ArrayNode body(String path) throws Exception {
        List<String> how = LISTS.getOrDefault(path, List.of());
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.uri() + path))
                .header("Cookie", "TC_TOKEN=" + tokens.get(how.get(0)))
                .method("GET", BodyPublishers.ofString(how.get(1)))
                .build();
        return (ArrayNode)
                JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameIsMadeOfOddAnswers(long seed) throws Exception {
        Oddities oddities = new Oddities(new Random(seed));
        bodies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(body -> site.fault(
                        body.getKey(),
                        Fault.none().withBody(oddities.in(body.getValue()).toString())));
        OracleSettings settings = OracleSettings.defaults().at(Privacy.DETAILED).withHosts(SmallFleet.HOSTS);
        SteppedExporter exporter = SteppedExporter.start(folder, Yaml.of(site.uri(), tokens, settings), clock);
        RawSite raw = new RawSiteReader(site.uri(), tokens, clock).read(settings);

        Map<String, Double> expected = Oracle.expected(raw, settings, clock.instant());
        assertEquals("", Comparison.differences(expected, Exposition.parseText(exporter.text()), Families.all()));
    }

    /** Spoils about one field in twenty, and now and then a whole element. */
    private static final class Oddities {
        /** The great numbers are now, and 15 minutes, 30 and 90 days before and 7 days after, to the millisecond. */
        private static final List<String> VALUES = List.of(
                "null",
                "\"\"",
                "\"odd\"",
                "\"Running\"",
                "\"Active\"",
                "0",
                "-1",
                "7",
                "7.0",
                "7.5",
                "\"7\"",
                "\"-7\"",
                "\" 7\"",
                "1152921504606846976",
                "9223372036854775808",
                "1e3",
                "1e400",
                "true",
                "false",
                "\"true\"",
                "{}",
                "{\"a\":1}",
                "[]",
                "[\"a\",null,7,\"\"]",
                "[{}]",
                "\"VM\"",
                "\"User\"",
                "\"\\u0007bell\\n\"",
                "\"libvirt2\"",
                "\"127.0.0.1\"",
                "1772366580000",
                "1772365680000",
                "1769774580000",
                "1764590580000",
                "1772971380000",
                "\"1772366400000\"",
                "-1772366400000");

        private final Random random;

        Oddities(Random random) {
            this.random = random;
        }

        ArrayNode in(ArrayNode list) {
            ArrayNode odd = JSON.createArrayNode();
            for (JsonNode element : list) {
                ObjectNode copy = element.deepCopy();
                spoil(copy, list);
                odd.add(copy);
                if (random.nextInt(40) == 0) {
                    odd.add(random.nextBoolean() ? element.deepCopy() : value());
                }
            }
            return odd;
        }

        private void spoil(ObjectNode object, ArrayNode list) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.sort(Comparator.naturalOrder());
            for (String name : names) {
                JsonNode value = object.get(name);
                if (random.nextInt(20) == 0) {
                    spoilField(object, name, list);
                } else if (value instanceof ObjectNode inner) {
                    spoil(inner, list);
                }
            }
        }

        private void spoilField(ObjectNode object, String name, ArrayNode list) {
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, value());
                default -> {
                    JsonNode other = list.get(random.nextInt(list.size()));
                    object.set(name, other.has(name) ? other.get(name).deepCopy() : value());
                }
            }
        }

        private JsonNode value() {
            try {
                return JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
