package io.github.ticryptexporter.dashboards;

import java.util.Map;

/**
 * A query of a panel.
 *
 * @param legend the name of its series, or the title of its column
 * @param expr PromQL with Grafana's variables; thresholds are filled in already
 */
record Target(String legend, String expr) {

    Map<String, Object> json(String refId, PanelKind kind) {
        return Map.of(
                "datasource",
                Variable.PROMETHEUS,
                "editorMode",
                "code",
                "expr",
                expr,
                "format",
                kind == PanelKind.TABLE ? "table" : "time_series",
                "instant",
                !kind.overTime(),
                "legendFormat",
                legend,
                "range",
                kind.overTime(),
                "refId",
                refId);
    }
}
