package io.github.ticryptexporter.dashboards;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A choice at the top of a dashboard. */
record Variable(String name, Map<String, Object> json) {

    /** The data source that was chosen. */
    static final Map<String, Object> PROMETHEUS = Map.of("type", "prometheus", "uid", "${datasource}");

    private static final Map<String, Object> ALL =
            Map.of("selected", true, "text", List.of("All"), "value", List.of("$__all"));

    static final Variable DATASOURCE = new Variable(
            "datasource",
            Map.of(
                    "label", "Data source",
                    "name", "datasource",
                    "query", "prometheus",
                    "refresh", 1,
                    "type", "datasource"));

    /** Nothing is chosen where no scrape configuration sets the label: {@code .*} matches its absence. */
    static final Variable SITE = several("site", "Site", "label_values(ticrypt_up, site)");

    static final Variable REALM =
            several("realm", "Realm", "label_values(ticrypt_up{site=~\"$site\",realm!=\"\"}, realm)");

    /** How many rows the lists of the largest have. */
    static final Variable TOP = oneOf("topk", "Top", "10", "25", "50", "100");

    static final Variable RESOURCE = severalOf("resource", "Resource", "cores", "memory", "storage", "devices");

    /** Teams by id, shown by their name where the info series tells one. */
    static final String TEAMS = """
            query_result(
              max by (team, name) (ticrypt_team_info{site=~"$site"})
                or on (team)
              label_replace(max by (team) (ticrypt_team_members{site=~"$site",team!="other"}), "name", "$1", "team", "(.*)")
            )""";

    private static final String NAME_AND_TEAM = "/name=\"(?<text>[^\"]+)\",\\s*team=\"(?<value>[^\"]+)\"/";

    /** Several values or all; all is any value and none. */
    static Variable several(String name, String label, String query) {
        return several(name, label, query, ".*");
    }

    /** Several values or all, which is what this regular expression matches. */
    static Variable several(String name, String label, String query, String all) {
        return new Variable(name, query(name, label, query)).severalOrAll(all);
    }

    static Variable teams() {
        return several("team", "Team", TEAMS).matching(NAME_AND_TEAM);
    }

    static Variable oneTeam() {
        return new Variable("team", query("team", "Team", TEAMS)).matching(NAME_AND_TEAM);
    }

    /** One of a few values; the first is chosen. */
    static Variable oneOf(String name, String label, String... values) {
        return new Variable(
                name,
                Map.of(
                        "current",
                        option(values[0], true),
                        "includeAll",
                        false,
                        "label",
                        label,
                        "multi",
                        false,
                        "name",
                        name,
                        "options",
                        Arrays.stream(values)
                                .map(value -> option(value, value.equals(values[0])))
                                .toList(),
                        "query",
                        String.join(",", values),
                        "type",
                        "custom"));
    }

    /** Some of a few values, or all. */
    static Variable severalOf(String name, String label, String... values) {
        return oneOf(name, label, values)
                .with(Map.of(
                        "options",
                        Arrays.stream(values).map(value -> option(value, false)).toList()))
                .severalOrAll(".*");
    }

    private static Map<String, Object> query(String name, String label, String query) {
        return Map.of(
                "datasource",
                PROMETHEUS,
                "includeAll",
                false,
                "label",
                label,
                "multi",
                false,
                "name",
                name,
                "query",
                query,
                "refresh",
                2,
                "sort",
                5,
                "type",
                "query");
    }

    private Variable matching(String regex) {
        return with(Map.of("regex", regex));
    }

    private Variable severalOrAll(String all) {
        return with(Map.of("allValue", all, "current", ALL, "includeAll", true, "multi", true));
    }

    private Variable with(Map<String, Object> properties) {
        Map<String, Object> changed = new TreeMap<>(json);
        changed.putAll(properties);
        return new Variable(name, changed);
    }

    private static Map<String, Object> option(String value, boolean selected) {
        return Map.of("selected", selected, "text", value, "value", value);
    }
}
