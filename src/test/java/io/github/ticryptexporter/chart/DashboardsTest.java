package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart has the dashboards of the folder {@code grafana}, byte for byte. */
class DashboardsTest {
    private static final Path GRAFANA = Path.of("grafana");

    static Map<String, String> committed() throws IOException {
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
}
