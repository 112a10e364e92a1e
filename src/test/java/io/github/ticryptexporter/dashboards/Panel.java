package io.github.ticryptexporter.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A panel in the making: what it is called and says of itself, its queries and their look.
 *
 * <p>In its texts and queries, <code>${quota.full_ratio}</code> stands for the number of that name.
 */
final class Panel {
    private final PanelKind kind;
    private final String title;
    private final String description;
    private final Look look;
    private final List<Target> targets = new ArrayList<>();
    private final List<Map<String, Object>> overrides = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final SortedMap<String, Object> options;
    private final SortedMap<String, Object> rest = new TreeMap<>();
    private boolean history;
    private int width;
    private int height;

    private Panel(PanelKind kind, String title, String description, Look look) {
        this.kind = kind;
        this.title = Numbers.fill(title);
        this.description = Numbers.fill(description.strip().replace('\n', ' '));
        this.look = look;
        this.options = new TreeMap<>(kind.options());
        this.width = kind.width;
        this.height = kind.height;
    }

    static Panel stat(String title, String description, Look look) {
        return new Panel(PanelKind.STAT, title, description, look);
    }

    static Panel gauge(String title, String description, Look look) {
        return new Panel(PanelKind.GAUGE, title, description, look);
    }

    static Panel bars(String title, String description, Look look) {
        return new Panel(PanelKind.BAR_GAUGE, title, description, look);
    }

    static Panel graph(String title, String description, Look look) {
        return new Panel(PanelKind.TIMESERIES, title, description, look);
    }

    /** A table, and what it says when it has no row. */
    static Panel table(String title, String description, String empty) {
        return new Panel(PanelKind.TABLE, title, description, Look.of("none").empty(Numbers.fill(empty)));
    }

    static Panel stateTimeline(String title, String description, Look look) {
        return new Panel(PanelKind.STATE_TIMELINE, title, description, look);
    }

    static Panel statusHistory(String title, String description, Look look) {
        return new Panel(PanelKind.STATUS_HISTORY, title, description, look);
    }

    /** The alerts that Grafana knows of whose labels fit the filter. */
    static Panel alerts(String title, String description, String filter) {
        return new Panel(PanelKind.ALERT_LIST, title, description, Look.of("none"))
                .option("alertInstanceLabelFilter", filter);
    }

    Panel size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        return this;
    }

    /** A query whose series are called so. */
    Panel query(String legend, String expr) {
        targets.add(new Target(legend, Numbers.fill(expr.strip())));
        return this;
    }

    /** A query whose series look different from the panel's others. */
    Panel query(String legend, String expr, Look different) {
        query(legend, expr);
        overrides.add(different.override("byFrameRefID", refId(targets.size() - 1)));
        return this;
    }

    /** A column of a table: one value for each set of labels, without a metric's name, or rows are not joined. */
    Panel column(String name, String expr, Look look) {
        query(name, expr);
        overrides.add(look.orEmpty().override("byName", name));
        return this;
    }

    /** The column of a label, which all queries of the table keep. */
    Panel label(String label, String name) {
        return label(label, name, Look.difference());
    }

    /** The column of a label whose values have a look. */
    Panel label(String label, String name, Look look) {
        labels.put(label, name);
        overrides.add(look.orEmpty().with("custom.filterable", true).override("byName", name));
        return this;
    }

    /** A label that links of the row need and nobody wants to read. */
    Panel hidden(String label) {
        labels.put(label, label);
        overrides.add(Look.difference().with("custom.hidden", true).override("byName", label));
        return this;
    }

    /** Sorts a table by a column, the largest first or last. */
    Panel sortedBy(String column, boolean largestFirst) {
        return option("sortBy", List.of(Map.of("displayName", column, "desc", largestFirst)));
    }

    /** A line below the values of a stat, of how they were. */
    Panel withHistory() {
        history = true;
        return option("graphMode", "area");
    }

    /** Colours for series by their names. */
    Panel colours(Map<String, Colour> colours) {
        new TreeMap<>(colours)
                .forEach((name, colour) ->
                        overrides.add(Look.difference().colour(colour).override("byName", name)));
        return this;
    }

    Panel option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    /** A property of the panel itself, such as {@code timeFrom}. */
    Panel with(String property, Object value) {
        rest.put(property, value);
        return this;
    }

    String title() {
        return title;
    }

    Map<String, Object> json(int id, Grid grid) {
        SortedMap<String, Object> json = new TreeMap<>(rest);
        json.put("id", id);
        json.put("type", kind.grafana);
        json.put("title", title);
        json.put("description", description);
        json.put("datasource", Variable.PROMETHEUS);
        json.put("gridPos", grid.place(width, height));
        json.put("options", allOptions());
        json.put("fieldConfig", Map.of("defaults", wholeLook().defaults(), "overrides", overrides));
        json.put("targets", targetsJson());
        json.put("transformations", kind == PanelKind.TABLE ? asOneTable() : List.of());
        return json;
    }

    private Look wholeLook() {
        SortedMap<String, Object> properties = new TreeMap<>(kind.look().properties());
        properties.putAll(look.properties());
        return new Look(properties);
    }

    /** Graphs with room have their legend beside them, with the latest values. */
    private Map<String, Object> allOptions() {
        if (kind.overTime()) {
            boolean wide = width >= Grid.WIDTH / 2 && kind == PanelKind.TIMESERIES;
            options.putIfAbsent(
                    "legend",
                    Map.of(
                            "calcs", wide ? List.of("lastNotNull") : List.of(),
                            "displayMode", wide ? "table" : "list",
                            "placement", wide ? "right" : "bottom",
                            "showLegend", true));
        }
        return options;
    }

    private List<Map<String, Object>> targetsJson() {
        List<Map<String, Object>> json = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            json.add(targets.get(i).json(refId(i), kind == PanelKind.TABLE, history || kind.overTime()));
        }
        return json;
    }

    /** Rows with equal labels become one; then labels and values get their order and their names. */
    private List<Map<String, Object>> asOneTable() {
        Map<String, Object> order = new TreeMap<>();
        Map<String, Object> names = new TreeMap<>();
        Map<String, String> columns = new LinkedHashMap<>(labels);
        for (int i = 0; i < targets.size(); i++) {
            columns.put("Value #" + refId(i), targets.get(i).legend());
        }
        // What the only value is called, when the other queries answer nothing.
        columns.put("Value", targets.get(0).legend());
        columns.put("site", "Site");
        columns.forEach((column, name) -> {
            order.put(column, order.size());
            names.put(column, name);
        });
        return List.of(
                Map.of("id", "merge", "options", Map.of()),
                Map.of(
                        "id",
                        "organize",
                        "options",
                        Map.of("excludeByName", Map.of("Time", true), "indexByName", order, "renameByName", names)));
    }

    private static String refId(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
