package io.github.ticryptexporter.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a dashboard asks Prometheus: the queries of its panels, annotations and variables. */
final class Queries {
    private static final Pattern VARIABLE_QUERY = Pattern.compile(
            "label_values\\((?:(?<series>.*),)? *\\w+\\)|query_result\\((?<query>.*)\\)", Pattern.DOTALL);

    /** Grafana's own, and everything chosen of the dashboard's. */
    private static final Map<String, String> VALUES = Map.of(
            "$__interval", "1m",
            "$__rate_interval", "5m",
            "$__range_s", "86400",
            "$__range", "1d",
            "$topk", "10",
            "$site", ".*",
            "$team", ".*");

    private Queries() {}

    /**
     * A query.
     *
     * @param place of whom it is
     * @param expr as it stands in the file
     */
    record Query(String place, String expr) {

        /** As Grafana would send it. */
        String substituted() {
            String sent = expr;
            for (Map.Entry<String, String> value : VALUES.entrySet().stream()
                    .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                    .toList()) {
                sent = sent.replace(value.getKey(), value.getValue());
            }
            return sent.replaceAll("\\$[a-z]\\w*", ".*");
        }
    }

    static List<Query> of(JsonNode dashboard) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels(dashboard)) {
            for (JsonNode target : panel.path("targets")) {
                String place = panel.path("title").asText() + " "
                        + target.path("refId").asText();
                queries.add(new Query(place, target.path("expr").asText()));
            }
        }
        for (JsonNode annotation : dashboard.path("annotations").path("list")) {
            queries.add(new Query(
                    "marks " + annotation.path("name").asText(),
                    annotation.path("expr").asText()));
        }
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            if (variable.path("type").asText().equals("query")) {
                queries.add(ofVariable(variable));
            }
        }
        return queries;
    }

    private static Query ofVariable(JsonNode variable) {
        Matcher query = VARIABLE_QUERY.matcher(variable.path("query").asText());
        if (!query.matches()) {
            throw new IllegalArgumentException("no query of a variable: " + variable.path("query"));
        }
        String expr = query.group("series") == null ? query.group("query") : query.group("series");
        return new Query("variable " + variable.path("name").asText(), expr);
    }

    /** All panels but rows, those of closed rows too. */
    static List<JsonNode> panels(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            if (panel.path("type").asText().equals("row")) {
                panel.path("panels").forEach(panels::add);
            } else {
                panels.add(panel);
            }
        }
        return panels;
    }
}
