package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A dashboard's file, and what Grafana would ask for it. */
record Page(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GRAFANA = Path.of("grafana");

    /** All that there are, by the names of their files. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.list(GRAFANA)) {
            List<Page> pages = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                pages.add(new Page(JSON.readTree(Files.readString(file))));
            }
            return pages;
        }
    }

    static Page of(String uid) throws IOException {
        return new Page(JSON.readTree(Files.readString(GRAFANA.resolve(uid + ".json"))));
    }

    /** The page as it would be with other words. */
    Page with(String words, String others) throws IOException {
        return new Page(JSON.readTree(json.toString().replace(words, others)));
    }

    String uid() {
        return json.path("uid").asText();
    }

    /** How long the time is that the page shows at first, in seconds. */
    long range() {
        return seconds(json.path("time").path("from").asText().replace("now-", ""));
    }

    static long seconds(String duration) {
        long count = Long.parseLong(duration.substring(0, duration.length() - 1));
        return duration.endsWith("d") ? count * 86_400 : count * 3_600;
    }

    /** All panels but rows, those of closed rows too. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            if (panel.path("type").asText().equals("row")) {
                panel.path("panels").forEach(panels::add);
            } else {
                panels.add(panel);
            }
        }
        return panels;
    }

    /** The queries of all panels, in their order. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (JsonNode panel : panels()) {
            panel.path("targets").forEach(target -> questions.add(new Question(this, panel, target)));
        }
        return questions;
    }

    /** The question of a panel, the first of which is {@code A}. */
    Question question(String title, String refId) {
        return questions().stream()
                .filter(question -> question.panel().path("title").asText().equals(title)
                        && question.target().path("refId").asText().equals(refId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(uid() + " has no " + title + " " + refId));
    }

    /** Queries of marks on time axes, by the names of the marks. */
    Map<String, String> annotations() {
        Map<String, String> annotations = new LinkedHashMap<>();
        json.path("annotations")
                .path("list")
                .forEach(one -> annotations.put(
                        one.path("name").asText(), one.path("expr").asText()));
        return annotations;
    }

    /** The variables that somebody chooses a value of. */
    List<JsonNode> variables() {
        List<JsonNode> variables = new ArrayList<>();
        json.path("templating").path("list").forEach(variables::add);
        variables.removeIf(variable -> variable.path("type").asText().equals("datasource"));
        return variables;
    }

    /** The time from its beginning until the month's end, in points for this many pixels. */
    static PrometheusServer.Range until(long end, long seconds, int points) {
        int step = Interval.between(seconds, points);
        return new PrometheusServer.Range((end - seconds) / step * step, end / step * step, step);
    }
}
