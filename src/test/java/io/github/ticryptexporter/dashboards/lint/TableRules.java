package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on tables: rows are joined, columns have names, and the row that matters is the first. */
final class TableRules {

    /** Joins in where it is known, so that some columns have it and others do not. */
    private static final String NAME = "name";

    static final List<Rule> ALL = List.of(
            Rule.ofPanel("table-columns-rule", TableRules::columns),
            Rule.ofPanel("table-join-rule", TableRules::join),
            Rule.ofPanel("table-order-rule", TableRules::order));

    private TableRules() {}

    /** The columns by the names that queries give them, with the names that are read. */
    private static JsonNode names(PanelJson panel) {
        return DashboardJson.list(panel.json().path("transformations")).stream()
                .filter(step -> step.path("id").asText().equals("organize"))
                .map(step -> step.at("/options/renameByName"))
                .findFirst()
                .orElse(panel.json().path("none"));
    }

    private static Stream<String> columns(PanelJson panel) {
        if (!panel.is("table")) {
            return Stream.empty();
        }
        JsonNode names = names(panel);
        Set<String> wanted = new TreeSet<>();
        panel.targets().forEach(target -> {
            wanted.addAll(SeriesRules.labels(target));
            wanted.add("Value #" + target.refId());
        });
        return wanted.stream()
                .filter(column -> names.path(column).asText().isEmpty())
                .map(column -> "column \"" + column + "\" has no name that is read; rename it, or ask without it");
    }

    private static Stream<String> join(PanelJson panel) {
        if (!panel.is("table")) {
            return Stream.empty();
        }
        List<Set<String>> keys = new ArrayList<>();
        panel.targets().forEach(target -> {
            Set<String> labels = new TreeSet<>(SeriesRules.labels(target));
            labels.remove(NAME);
            keys.add(labels);
        });
        return unless(
                new HashSet<>(keys).size() <= 1,
                "columns have different labels, so that rows are not joined: "
                        + keys.stream().distinct().toList());
    }

    private static Stream<String> order(PanelJson panel) {
        if (!panel.is("table")) {
            return Stream.empty();
        }
        Set<String> columns =
                DashboardJson.list(names(panel)).stream().map(JsonNode::asText).collect(Collectors.toSet());
        String first = panel.json().at("/options/sortBy/0/displayName").asText();
        return unless(columns.contains(first), "rows are sorted by no column of it; let the one that matters be first");
    }
}
