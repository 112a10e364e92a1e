package io.github.ticryptexporter.dashboards;

import java.util.List;
import java.util.Map;

/** The kinds of panels, with what they have in common on all dashboards. */
enum PanelKind {
    STAT("stat", 4, 4),
    GAUGE("gauge", 4, 5),
    BAR_GAUGE("bargauge", 8, 7),
    TIMESERIES("timeseries", 12, 8),
    TABLE("table", 12, 8),
    STATE_TIMELINE("state-timeline", 12, 8),
    STATUS_HISTORY("status-history", 12, 8),
    ALERT_LIST("alertlist", 8, 6);

    final String grafana;
    final int width;
    final int height;

    PanelKind(String grafana, int width, int height) {
        this.grafana = grafana;
        this.width = width;
        this.height = height;
    }

    /** Whether a panel of this kind shows how values were; the others ask for the latest alone. */
    boolean overTime() {
        return switch (this) {
            case TIMESERIES, STATE_TIMELINE, STATUS_HISTORY -> true;
            case STAT, GAUGE, BAR_GAUGE, TABLE, ALERT_LIST -> false;
        };
    }

    Map<String, Object> options() {
        return switch (this) {
            case STAT ->
                Map.of(
                        "colorMode", "value",
                        "graphMode", "none",
                        "justifyMode", "auto",
                        "orientation", "auto",
                        "reduceOptions", latest(),
                        "textMode", "auto");
            case GAUGE ->
                Map.of(
                        "orientation",
                        "auto",
                        "reduceOptions",
                        latest(),
                        "showThresholdLabels",
                        false,
                        "showThresholdMarkers",
                        true);
            case BAR_GAUGE ->
                Map.of(
                        "displayMode", "basic",
                        "namePlacement", "auto",
                        "orientation", "horizontal",
                        "reduceOptions", latest(),
                        "showUnfilled", true,
                        "valueMode", "text");
            case TIMESERIES -> Map.of("tooltip", Map.of("mode", "multi", "sort", "desc"));
            case TABLE -> Map.of("cellHeight", "sm", "showHeader", true);
            case STATE_TIMELINE ->
                Map.of(
                        "alignValue",
                        "left",
                        "mergeValues",
                        true,
                        "rowHeight",
                        0.9,
                        "showValue",
                        "never",
                        "tooltip",
                        Map.of("mode", "single", "sort", "none"));
            case STATUS_HISTORY ->
                Map.of(
                        "colWidth",
                        1,
                        "rowHeight",
                        0.9,
                        "showValue",
                        "never",
                        "tooltip",
                        Map.of("mode", "single", "sort", "none"));
            case ALERT_LIST ->
                Map.of(
                        "dashboardAlerts",
                        false,
                        "groupMode",
                        "custom",
                        "maxItems",
                        20,
                        "sortOrder",
                        3,
                        "stateFilter",
                        Map.of("error", true, "firing", true, "noData", false, "normal", false, "pending", false),
                        "viewMode",
                        "list");
        };
    }

    Look look() {
        return switch (this) {
            case TIMESERIES ->
                Look.difference()
                        .with("custom.drawStyle", "line")
                        .with("custom.fillOpacity", 10)
                        .with("custom.lineInterpolation", "linear")
                        .with("custom.lineWidth", 2)
                        .with("custom.showPoints", "never")
                        .with("custom.spanNulls", false);
            case TABLE ->
                Look.difference().with("custom.align", "auto").with("custom.cellOptions", Map.of("type", "auto"));
            case STATE_TIMELINE, STATUS_HISTORY ->
                Look.difference().with("custom.fillOpacity", 80).with("custom.lineWidth", 0);
            case STAT, GAUGE, BAR_GAUGE, ALERT_LIST -> Look.difference();
        };
    }

    private static Map<String, Object> latest() {
        return Map.of("calcs", List.of("lastNotNull"), "fields", "", "values", false);
    }
}
