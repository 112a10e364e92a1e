package io.github.ticryptexporter.endtoend;

import com.fasterxml.jackson.databind.JsonNode;

/** An alert as tests tell them apart: which one, how bad, and where; which team, host or route it is about is left out. */
record RaisedAlert(String site, String name, String severity) {

    static RaisedAlert of(JsonNode labels) {
        return new RaisedAlert(
                labels.path("site").asText(),
                labels.path("alertname").asText(),
                labels.path("severity").asText());
    }

    /** Such as {@code TicryptStateDrift warning}. */
    String nameAndSeverity() {
        return name + " " + severity;
    }
}
