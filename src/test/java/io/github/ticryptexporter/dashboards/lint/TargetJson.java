package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.promql.Promql;
import io.github.ticryptexporter.promql.PromqlReader;
import java.util.Optional;

/** A query of a panel as the dashboard's file has it. */
record TargetJson(PanelJson panel, JsonNode json) {

    String refId() {
        return json.path("refId").asText();
    }

    String legend() {
        return json.path("legendFormat").asText();
    }

    String expr() {
        return json.path("expr").asText();
    }

    String unit() {
        return panel.look(this, "unit").map(JsonNode::asText).orElse("");
    }

    /** Nothing for a text that cannot be read, which one rule tells. */
    Optional<Promql> promql() {
        return read(expr());
    }

    static Optional<Promql> read(String expr) {
        try {
            return Optional.of(PromqlReader.read(expr));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
