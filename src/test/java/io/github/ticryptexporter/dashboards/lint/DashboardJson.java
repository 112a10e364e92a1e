package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dashboard as its file has it. */
record DashboardJson(ObjectNode json) {
    private static final Path FOLDER = Path.of("grafana");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those that are shipped, by the names of their files. */
    static final List<DashboardJson> SHIPPED = shipped();

    private static List<DashboardJson> shipped() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(DashboardJson::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DashboardJson read(Path file) {
        try {
            return new DashboardJson((ObjectNode) JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DashboardJson shipped(String uid) {
        return SHIPPED.stream()
                .filter(dashboard -> dashboard.uid().equals(uid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dashboard is called " + uid));
    }

    String uid() {
        return json.path("uid").asText();
    }

    String title() {
        return json.path("title").asText();
    }

    /** What lies on the page: open panels and rows, with the closed panels in them. */
    List<JsonNode> top() {
        return list(json.path("panels"));
    }

    /** All panels but rows, in reading order, those of closed rows too. */
    List<PanelJson> panels() {
        List<PanelJson> panels = new ArrayList<>();
        for (JsonNode panel : top()) {
            if (panel.path("type").asText().equals("row")) {
                panel.path("panels").forEach(inner -> panels.add(new PanelJson(this, inner)));
            } else {
                panels.add(new PanelJson(this, panel));
            }
        }
        return panels;
    }

    PanelJson panel(String title) {
        return panels().stream()
                .filter(panel -> panel.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(uid() + " has no panel called \"" + title + "\""));
    }

    List<JsonNode> variables() {
        return list(json.at("/templating/list"));
    }

    /** Those whose values a query gives. */
    Stream<JsonNode> queried() {
        return variables().stream()
                .filter(variable -> variable.path("type").asText().equals("query"));
    }

    Set<String> variableNames() {
        return variables().stream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
    }

    List<JsonNode> annotations() {
        return list(json.at("/annotations/list"));
    }

    String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** As it is called in what tests print. */
    @Override
    public String toString() {
        return uid();
    }
}
