package io.github.ticryptexporter.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What others say about the dashboards: Grafana's types and Prometheus's parser. */
class JudgedDashboardsTest {
    static final List<Dashboard> ALL = Dashboards.ALL;

    private static final Path SOURCES = Path.of("src/test/java/io/github/ticryptexporter/dashboards");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @FieldSource("ALL")
    void aDashboardFitsGrafanasTypes(Dashboard dashboard) throws Exception {
        assertEquals(Set.of(), Set.copyOf(messages(file(dashboard))));
    }

    private static List<String> messages(JsonNode dashboard) throws IOException {
        return schema().validate(dashboard).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The types leave open what annotations of a data source of its own look like. */
    private static JsonSchema schema() throws IOException {
        JsonNode schema = JSON.readTree(
                Tool.requireSchema("grafana-dashboard.schema.json").toFile());
        JsonNode annotation = schema.at("/definitions/AnnotationQuery/properties");
        for (String property : List.of("expr", "step", "titleFormat", "textFormat")) {
            ((ObjectNode) annotation).putObject(property).put("type", "string");
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void promtoolParsesEveryQuery(Dashboard dashboard) throws Exception {
        Tool promtool = Tool.of(Tool.require("promtool"), "check", "rules", "/dev/stdin");
        List<Map<String, String>> rules = new ArrayList<>();
        for (Queries.Query query : Queries.of(file(dashboard))) {
            String name = query.place().replaceAll("\\W+", "_") + "_" + rules.size();
            rules.add(Map.of("record", "query_of_" + name, "expr", query.substituted()));
        }

        Tool.Verdict verdict = promtool.judge(
                JSON.writeValueAsString(Map.of("groups", List.of(Map.of("name", dashboard.uid(), "rules", rules)))));

        assertTrue(verdict.accepted(), verdict::output);
    }

    /** A number that the dashboards alone have is used by one of them. */
    @Test
    void noNumberOfTheDashboardsIsLeftUnused() throws Exception {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }

        assertEquals(
                List.of(),
                Numbers.shipped(Path.of("alerts", "thresholds.yaml")).values().keySet().stream()
                        .filter(name -> name.startsWith("dashboards.") && sources.indexOf(name) < 0)
                        .toList());
    }

    private static JsonNode file(Dashboard dashboard) throws IOException {
        return JSON.readTree(Dashboards.write(dashboard));
    }
}
