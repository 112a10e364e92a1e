package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart has the dashboards of the folder {@code grafana}, byte for byte, and so has its archive. */
class DashboardsTest {
    private static final Path GRAFANA = Path.of("grafana");

    /** What one object of a cluster may take. */
    private static final int LARGEST = 1024 * 1024;

    private static Map<String, String> committed() throws IOException {
        Map<String, String> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(GRAFANA)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                dashboards.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return dashboards;
    }

    @Test
    void eachConfigMapHasOneWithTheSameBytes() throws Exception {
        Map<String, String> rendered = new TreeMap<>();
        for (JsonNode map : Chart.render("dashboards: { enabled: true }").all("ConfigMap")) {
            map.path("data").properties().stream()
                    .filter(entry -> entry.getKey().endsWith(".json"))
                    .forEach(entry ->
                            rendered.put(entry.getKey(), entry.getValue().asText()));
        }

        assertEquals(committed(), rendered);
    }

    @Test
    void oneOfThemMayHaveAFolderAndLabelsOfItsOwn() {
        Rendered rendered = Chart.render("""
                dashboards:
                  enabled: true
                  items: { ticrypt-team: { folder: Teams, labels: { audience: teams }, annotations: { a: b } } }
                """);

        JsonNode own = rendered.the("ConfigMap", "ticrypt-team").path("metadata");
        assertEquals("Teams", own.at("/annotations/grafana_folder").asText());
        assertEquals("b", own.at("/annotations/a").asText());
        assertEquals("teams", own.at("/labels/audience").asText());
        assertEquals("1", own.at("/labels/grafana_dashboard").asText());
        assertEquals(
                "tiCrypt",
                rendered.the("ConfigMap", "ticrypt-teams")
                        .at("/metadata/annotations/grafana_folder")
                        .asText());
    }

    @Test
    void eachGrafanaDashboardNamesAConfigMapThatThereIs() {
        Rendered rendered = Chart.render("dashboards: { enabled: true, grafanaOperator: { enabled: true } }");

        for (JsonNode dashboard : rendered.all("GrafanaDashboard")) {
            JsonNode reference = dashboard.at("/spec/configMapRef");
            JsonNode map = rendered.the("ConfigMap", reference.path("name").asText());
            assertTrue(map.path("data").has(reference.path("key").asText()));
            assertEquals(map.at("/metadata/namespace"), dashboard.at("/metadata/namespace"));
        }
        assertEquals(6, rendered.all("GrafanaDashboard").size());
    }

    /** What is a link in the repository is a file there. */
    @Test
    void theArchiveHoldsRulesAndDashboards(@TempDir Path folder) throws Exception {
        Path archive = Chart.archive(folder);
        Tool.Verdict listed =
                Tool.of(Tool.require("tar"), "-tzf", archive.toString()).judge("");
        List<String> files = listed.output()
                .lines()
                .map(line -> line.replaceFirst("^ticrypt-exporter/", ""))
                .toList();

        for (String dashboard : committed().keySet()) {
            assertTrue(files.contains("files/dashboards/" + dashboard), dashboard);
        }
        assertTrue(
                files.containsAll(List.of(
                        "files/thresholds.yaml",
                        "files/rules/ticrypt-records.yaml",
                        "files/rules/ticrypt-alerts.yaml",
                        "files/rules/ticrypt-optional.yaml",
                        "values.schema.json",
                        "README.md")),
                listed.output());
        assertTrue(files.stream().noneMatch(file -> file.contains("provisioning")), listed.output());
        assertTrue(Files.size(archive) < LARGEST / 2, "Helm keeps it in a Secret, with what it rendered");
    }
}
