package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on the page as a whole: who it is, where its panels lie, what it asks of Grafana. */
final class PageRules {
    /** What fits into a Kubernetes object beside another one. */
    private static final int MAX_BYTES = 200_000;

    private static final int WIDTH = 24;
    private static final int OLDEST_SCHEMA = 39;
    private static final int NEWEST_SCHEMA = 41;
    private static final String OURS = "{\"type\":\"prometheus\",\"uid\":\"${datasource}\"}";

    static final List<Rule> ALL = List.of(
            Rule.ofPage("uid-rule", PageRules::uid),
            Rule.ofPage("no-inputs-rule", PageRules::inputs),
            Rule.ofPage("classic-schema-rule", PageRules::schema),
            Rule.ofPage("time-rule", PageRules::time),
            Rule.ofPage("size-rule", PageRules::size),
            Rule.ofPage("sorted-keys-rule", page -> unsorted(page.json(), "")),
            Rule.ofPage("datasource-everywhere-rule", page -> dataSources(page.json(), "")),
            Rule.ofPage("dropdown-rule", PageRules::dropdown),
            Rule.ofPage("alert-annotation-rule", PageRules::alerts),
            Rule.ofPage("freshness-first-rule", PageRules::freshness),
            Rule.ofPage("open-row-rule", PageRules::rows),
            Rule.ofPage("unique-ids-rule", PageRules::ids),
            Rule.ofPanel("unique-refids-rule", PageRules::refIds),
            Rule.ofPage("grid-rule", PageRules::grid));

    private PageRules() {}

    private static Stream<String> uid(DashboardJson page) {
        return Stream.of(
                        unless(
                                page.uid().matches("ticrypt-[a-z]+"),
                                "uid \"" + page.uid() + "\" is none of ours; links want ticrypt- and a word"),
                        unless(page.title().startsWith("tiCrypt / "), "title does not begin with \"tiCrypt / \""),
                        unless(
                                page.json().path("id").isMissingNode()
                                        || page.json().path("id").isNull(),
                                "has an id, which is another dashboard's elsewhere; take it away"))
                .flatMap(faults -> faults);
    }

    private static Stream<String> inputs(DashboardJson page) {
        return Stream.of("__inputs", "__requires", "DS_")
                .filter(page.text()::contains)
                .map(word -> "has " + word + ", which Grafana asks about at each import; export without it");
    }

    private static Stream<String> schema(DashboardJson page) {
        int version = page.json().path("schemaVersion").asInt();
        return unless(
                version >= OLDEST_SCHEMA && version <= NEWEST_SCHEMA,
                "schemaVersion is %d; Grafana 10.4 to 13 read %d to %d"
                        .formatted(version, OLDEST_SCHEMA, NEWEST_SCHEMA));
    }

    private static Stream<String> time(DashboardJson page) {
        JsonNode time = page.json().path("time");
        String refresh = page.json().path("refresh").asText();
        return Stream.concat(
                unless(
                        time.path("from").asText().matches("now-\\d+[hd]")
                                && time.path("to").asText().equals("now"),
                        "time at first is " + time + "; let it be hours or days until now"),
                unless(
                        Set.of("", "1m").contains(refresh),
                        "asks again every " + refresh + "; data is polled, so 1m or nothing is enough"));
    }

    private static Stream<String> size(DashboardJson page) {
        int bytes = page.text().getBytes(StandardCharsets.UTF_8).length;
        return unless(bytes < MAX_BYTES, "has more than the " + MAX_BYTES + " bytes that a ConfigMap takes");
    }

    private static Stream<String> unsorted(JsonNode node, String place) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        Stream<String> own = unless(
                keys.equals(keys.stream().sorted().toList()), "keys are not sorted at " + place + "; write it anew");
        return Stream.concat(own, children(node, place, PageRules::unsorted));
    }

    private static Stream<String> dataSources(JsonNode node, String place) {
        JsonNode source = node.path("datasource");
        Stream<String> own = unless(
                source.isMissingNode() || source.toString().equals(OURS),
                "data source at " + place + " is " + source + "; let it be the chosen one, ${datasource}");
        return Stream.concat(own, children(node, place, PageRules::dataSources));
    }

    private interface Walk {
        Stream<String> faults(JsonNode node, String place);
    }

    private static Stream<String> children(JsonNode node, String place, Walk walk) {
        if (node.isArray()) {
            List<JsonNode> items = DashboardJson.list(node);
            return Stream.iterate(0, i -> i < items.size(), i -> i + 1)
                    .flatMap(i -> walk.faults(items.get(i), place + "/" + i));
        }
        return node.properties().stream().flatMap(field -> walk.faults(field.getValue(), place + "/" + field.getKey()));
    }

    private static Stream<String> dropdown(DashboardJson page) {
        boolean there = DashboardJson.list(page.json().path("links")).stream()
                .anyMatch(link -> link.path("type").asText().equals("dashboards")
                        && link.path("tags").toString().equals("[\"ticrypt\"]")
                        && link.path("asDropdown").asBoolean()
                        && link.path("keepTime").asBoolean()
                        && link.path("includeVars").asBoolean()
                        && !link.path("targetBlank").asBoolean());
        boolean found = page.json().path("tags").toString().equals("[\"ticrypt\"]");
        return unless(
                there && found,
                "has no list of the other pages by the tag ticrypt, at the same time and variables; add it");
    }

    private static Stream<String> alerts(DashboardJson page) {
        boolean there = page.annotations().stream()
                .filter(annotation -> annotation.path("enable").asBoolean())
                .map(annotation -> annotation.path("expr").asText())
                .anyMatch(expr -> expr.startsWith("ALERTS{")
                        && expr.contains("alertstate=\"firing\"")
                        && expr.contains("site=~\"$site\""));
        return unless(there, "no annotation marks when alerts of the chosen sites fire; add one of ALERTS");
    }

    private static Stream<String> freshness(DashboardJson page) {
        PanelJson first = page.panels().get(0);
        boolean told = first.is("stat")
                && first.title().equals("Age of the data")
                && first.targets().stream()
                        .anyMatch(target ->
                                target.expr().matches("(?s).*(ticrypt_data_age:|_last_success_timestamp_).*"));
        return unless(told, "begins with \"" + first.title() + "\"; the first panel says how old the data is");
    }

    private static Stream<String> rows(DashboardJson page) {
        JsonNode first = page.top().get(0);
        return unless(
                first.path("type").asText().equals("row")
                        && !first.path("collapsed").asBoolean(),
                "does not begin with an open row; what the page answers has to be seen at once");
    }

    private static Stream<String> ids(DashboardJson page) {
        Set<String> seen = new HashSet<>();
        List<JsonNode> all = Stream.concat(
                        page.top().stream()
                                .filter(panel -> panel.path("type").asText().equals("row")),
                        page.panels().stream().map(PanelJson::json))
                .toList();
        return Stream.of("id", "title")
                .flatMap(key -> all.stream()
                        .map(panel -> key + " " + panel.path(key).asText())
                        .filter(name -> !seen.add(name))
                        .map(name -> "two panels have the " + name + "; links would lead to one of them"));
    }

    private static Stream<String> refIds(PanelJson panel) {
        Set<String> seen = new HashSet<>();
        return panel.targets().stream()
                .map(TargetJson::refId)
                .filter(refId -> refId.isEmpty() || !seen.add(refId))
                .map(refId -> "two queries are called \"" + refId + "\"; name each by a letter of its own");
    }

    /** Of open panels and rows; those of closed rows move when their row is opened. */
    private static Stream<String> grid(DashboardJson page) {
        Set<String> taken = new HashSet<>();
        return page.top().stream().flatMap(panel -> {
            JsonNode place = panel.path("gridPos");
            String title = "\"" + panel.path("title").asText() + "\"";
            if (place.path("x").asInt(-1) < 0 || place.path("w").asInt() < 1 || right(place) > WIDTH) {
                return Stream.of(title + " does not lie within the " + WIDTH + " columns of a page");
            }
            return unless(
                    place(place, taken),
                    title + " lies on another panel, at " + place.path("x") + ", " + place.path("y"));
        });
    }

    private static int right(JsonNode place) {
        return place.path("x").asInt() + place.path("w").asInt();
    }

    /** Takes its fields, and says whether they were free. */
    private static boolean place(JsonNode place, Set<String> taken) {
        boolean free = true;
        for (int x = place.path("x").asInt(); x < right(place); x++) {
            for (int y = place.path("y").asInt();
                    y < place.path("y").asInt() + place.path("h").asInt();
                    y++) {
                free &= taken.add(x + "," + y);
            }
        }
        return free;
    }
}
