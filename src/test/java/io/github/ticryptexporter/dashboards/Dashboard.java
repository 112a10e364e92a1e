package io.github.ticryptexporter.dashboards;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A dashboard in Grafana's classic form.
 *
 * @param uid never changes: links and bookmarks have it
 * @param question what it answers, and for whom
 * @param view which time it shows at first and how often it is asked again
 * @param rows no two panels or rows have one title
 */
record Dashboard(
        String uid,
        String title,
        String question,
        View view,
        List<Variable> variables,
        List<Annotation> annotations,
        List<Row> rows) {

    private static final int SCHEMA_VERSION = 39;
    private static final int LARGEST_ID = 1_000_000;

    Dashboard {
        Set<Integer> ids = new HashSet<>();
        Stream.concat(
                        rows.stream().map(Row::title),
                        rows.stream().flatMap(row -> row.panels().stream().map(Panel::title)))
                .filter(name -> !ids.add(id(name)))
                .forEach(name -> {
                    throw new IllegalArgumentException(uid + ": another title has the id of \"" + name + "\"");
                });
    }

    /**
     * The time a dashboard shows at first.
     *
     * @param from such as {@code now-24h}
     * @param refresh such as {@code 1m}; empty for not by itself
     */
    record View(String from, String refresh) {}

    Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("uid", uid);
        json.put("title", "tiCrypt / " + title);
        json.put("description", question);
        json.put("tags", List.of("ticrypt"));
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("editable", false);
        json.put("graphTooltip", 1);
        json.put("refresh", view.refresh());
        json.put("time", Map.of("from", view.from(), "to", "now"));
        json.put("timezone", "browser");
        json.put("links", List.of(otherDashboards()));
        json.put(
                "templating",
                Map.of("list", variables.stream().map(Variable::json).toList()));
        json.put(
                "annotations",
                Map.of("list", annotations.stream().map(Annotation::json).toList()));
        json.put("panels", panels());
        return json;
    }

    private static Map<String, Object> otherDashboards() {
        Map<String, Object> link = new TreeMap<>();
        link.put("asDropdown", true);
        link.put("icon", "external link");
        link.put("includeVars", true);
        link.put("keepTime", true);
        link.put("tags", List.of("ticrypt"));
        link.put("targetBlank", false);
        link.put("title", "tiCrypt");
        link.put("tooltip", "The other pages, at the same time and site");
        link.put("type", "dashboards");
        link.put("url", "");
        return link;
    }

    private List<Map<String, Object>> panels() {
        Grid grid = new Grid();
        List<Map<String, Object>> panels = new ArrayList<>();
        for (Row row : rows) {
            grid.nextLine();
            Map<String, Object> place = grid.place(Grid.WIDTH, 1);
            List<Map<String, Object>> below = row.panels().stream()
                    .map(panel -> panel.json(id(panel.title()), grid))
                    .toList();
            panels.add(Map.of(
                    "id",
                    id(row.title()),
                    "type",
                    "row",
                    "title",
                    row.title(),
                    "collapsed",
                    !row.open(),
                    "gridPos",
                    place,
                    "panels",
                    row.open() ? List.of() : below));
            panels.addAll(row.open() ? below : List.of());
        }
        return panels;
    }

    /** Of the title, so that a panel keeps its links whatever is put in front of it. */
    private static int id(String title) {
        CRC32 sum = new CRC32();
        sum.update(title.getBytes(StandardCharsets.UTF_8));
        return 1 + (int) (sum.getValue() % LARGEST_ID);
    }
}
