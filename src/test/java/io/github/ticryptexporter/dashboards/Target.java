package io.github.ticryptexporter.dashboards;

import java.util.Map;

/**
 * A query of a panel.
 *
 * @param legend the name of its series, or the title of its column
 * @param expr PromQL with Grafana's variables; thresholds are filled in already
 */
record Target(String legend, String expr) {

    Map<String, Object> json(String refId, boolean table, boolean overTime) {
        return Map.of(
                "datasource",
                Variable.PROMETHEUS,
                "editorMode",
                "code",
                "expr",
                expr,
                "format",
                table ? "table" : "time_series",
                "instant",
                !overTime,
                "legendFormat",
                legend,
                "range",
                overTime,
                "refId",
                refId);
    }
}
