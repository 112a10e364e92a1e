package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.promql.Promql;
import io.github.ticryptexporter.promql.PromqlReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of Grafana's dashboard linter, under their names there.
 *
 * <p>Stricter in three ways: all kinds of panels are judged, a counter is known by its name whatever labels are matched,
 * and a unit has to be one of those that the conventions know.
 */
final class LinterRules {
    private static final Set<String> DATA_SOURCES = Set.of("${datasource}", "$datasource");
    private static final Set<String> UNITS =
            Set.of("none", "short", "bytes", "percentunit", "s", "dtdurations", "reqps");
    private static final Set<String> RATES = Set.of("rate", "irate");
    private static final Set<String> OF_COUNTERS = Set.of("rate", "irate", "increase");
    private static final Pattern OF_VARIABLE =
            Pattern.compile("(label_values|query_result|label_names|metrics)\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern LAST_ARGUMENT = Pattern.compile(",\\s*\\w+\\s*$");

    static final List<Rule> ALL = List.of(
            Rule.ofPage("template-datasource-rule", LinterRules::dataSource),
            Rule.ofPage("template-job-rule", page -> targetVariable(page, "job")),
            Rule.ofPage("template-instance-rule", page -> targetVariable(page, "instance")),
            Rule.ofPage("template-label-promql-rule", LinterRules::queryOfVariable),
            Rule.ofPage("template-on-time-change-reload-rule", LinterRules::reload),
            Rule.ofPanel("panel-datasource-rule", LinterRules::dataSourceOfPanel),
            Rule.ofPanel("panel-title-description-rule", LinterRules::titleAndDescription),
            Rule.ofTarget("panel-units-rule", LinterRules::unit),
            Rule.ofPanel("panel-no-targets-rule", LinterRules::targets),
            Rule.ofTarget("target-promql-rule", LinterRules::promql),
            Rule.ofTarget("target-rate-interval-rule", LinterRules::rateInterval),
            Rule.ofTarget("target-job-rule", target -> matcher(target, "job")),
            Rule.ofTarget("target-instance-rule", target -> matcher(target, "instance")),
            Rule.ofTarget("target-counter-agg-rule", LinterRules::counter),
            Rule.ofTarget("target-logql-rule", LinterRules::logql),
            Rule.ofTarget("target-logql-auto-rule", LinterRules::logqlAuto),
            Rule.ofPage("uneditable-dashboard", LinterRules::editable));

    private LinterRules() {}

    private static Stream<String> dataSource(DashboardJson page) {
        boolean there = page.variables().stream()
                .filter(variable -> variable.path("type").asText().equals("datasource"))
                .anyMatch(variable -> variable.path("name").asText().equals("datasource")
                        && variable.path("query").asText().equals("prometheus")
                        && variable.path("label").asText().equals("Data source"));
        return unless(there, "no variable \"datasource\" chooses a Prometheus; add one with the label \"Data source\"");
    }

    private static Stream<String> targetVariable(DashboardJson page, String name) {
        String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        boolean there = page.queried()
                .anyMatch(variable -> variable.path("name").asText().equals(name)
                        && variable.path("label").asText().equals(label)
                        && isTemplated(variable)
                        && variable.path("multi").asBoolean()
                        && variable.path("allValue").asText().equals(".+"));
        return unless(
                there,
                "no variable \"%s\" chooses several values of a query; add one with the label \"%s\" and \".+\" for all"
                        .formatted(name, label));
    }

    private static boolean isTemplated(JsonNode owner) {
        return DATA_SOURCES.contains(owner.at("/datasource/uid").asText());
    }

    private static Stream<String> queryOfVariable(DashboardJson page) {
        return page.queried().flatMap(variable -> {
            String query = variable.path("query").asText();
            Matcher call = OF_VARIABLE.matcher(query);
            String name = "variable " + variable.path("name").asText() + ": ";
            return call.matches()
                    ? unreadable(selection(call)).map(fault -> name + fault)
                    : Stream.of(name + "\"" + query + "\" is no query; use label_values(…) or query_result(…)");
        });
    }

    /** What the values are taken from; empty for all series. */
    static String selection(Matcher call) {
        return switch (call.group(1)) {
            case "label_values" ->
                LAST_ARGUMENT.matcher(call.group(2)).find()
                        ? LAST_ARGUMENT.matcher(call.group(2)).replaceFirst("")
                        : "";
            case "query_result" -> call.group(2);
            default -> "";
        };
    }

    /** The selection of each variable that a query fills. */
    static Stream<String> selections(DashboardJson page) {
        return page.queried()
                .map(variable -> OF_VARIABLE.matcher(variable.path("query").asText()))
                .filter(Matcher::matches)
                .map(LinterRules::selection)
                .filter(selection -> !selection.isEmpty());
    }

    private static Stream<String> unreadable(String expr) {
        try {
            if (!expr.isEmpty()) {
                PromqlReader.read(expr);
            }
            return Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.of("no PromQL: " + e.getMessage());
        }
    }

    private static Stream<String> reload(DashboardJson page) {
        return page.queried()
                .filter(variable -> variable.path("refresh").asInt() != 2)
                .map(variable -> "variable " + variable.path("name").asText()
                        + " does not follow the time range; set its refresh to 2");
    }

    private static Stream<String> dataSourceOfPanel(PanelJson panel) {
        return unless(isTemplated(panel.json()), "names its data source; let it be ${datasource}");
    }

    private static Stream<String> titleAndDescription(PanelJson panel) {
        return Stream.of("title", "description")
                .filter(text -> panel.json().path(text).asText().isBlank())
                .map(text -> "has no " + text + "; say what it shows, where that comes from and what to do");
    }

    private static Stream<String> unit(TargetJson target) {
        return unless(
                UNITS.contains(target.unit()),
                "unit \"" + target.unit() + "\" is none of the conventions'; take one of "
                        + UNITS.stream().sorted().toList());
    }

    private static Stream<String> targets(PanelJson panel) {
        return unless(
                panel.is("alertlist") || !panel.targets().isEmpty(), "asks nothing; give it a query or take it away");
    }

    private static Stream<String> promql(TargetJson target) {
        return target.expr().isBlank() ? Stream.of("is empty; write one or take it away") : unreadable(target.expr());
    }

    private static Stream<String> rateInterval(TargetJson target) {
        return calls(target, RATES)
                .flatMap(call -> call.parts().stream())
                .filter(part ->
                        part instanceof Promql.Range range && !range.length().equals("$__rate_interval"))
                .map(part -> "rate over " + ((Promql.Range) part).length()
                        + "; use $__rate_interval, which fits scrapes and zoom");
    }

    private static Stream<Promql.Call> calls(TargetJson target, Set<String> functions) {
        return target.promql().stream()
                .flatMap(Promql::all)
                .filter(Promql.Call.class::isInstance)
                .map(Promql.Call.class::cast)
                .filter(call -> functions.contains(call.function()));
    }

    private static Stream<String> matcher(TargetJson target, String label) {
        Promql.Matcher wanted = new Promql.Matcher(label, "=~", "$" + label);
        return target.promql().stream()
                .flatMap(Promql::selectors)
                .filter(selector -> !selector.matchers().contains(wanted))
                .map(Promql.Selector::metric)
                .distinct()
                .map(metric -> "%s is not narrowed; add %s=~\"$%s\"".formatted(metric, label, label));
    }

    private static Stream<String> counter(TargetJson target) {
        List<Promql> counted = calls(target, OF_COUNTERS)
                .flatMap(call -> call.parts().stream())
                .flatMap(part -> part.parts().stream())
                .toList();
        return target.promql().stream()
                .flatMap(Promql::selectors)
                .filter(selector -> selector.metric().endsWith("_total") && !counted.contains(selector))
                .map(selector -> selector.metric() + " counts from the exporter's start; ask its rate or increase");
    }

    private static Stream<String> logql(TargetJson target) {
        return unless(!isLoki(target), "asks Loki, whose language nothing here can judge; ask Prometheus");
    }

    private static Stream<String> logqlAuto(TargetJson target) {
        return unless(
                !isLoki(target) || !target.expr().contains("[") || target.expr().contains("[$__auto]"),
                "range of LogQL is fixed; use [$__auto]");
    }

    private static boolean isLoki(TargetJson target) {
        return target.json().at("/datasource/type").asText().equals("loki");
    }

    private static Stream<String> editable(DashboardJson page) {
        return unless(!page.json().path("editable").asBoolean(true), "can be edited in Grafana; set editable to false");
    }
}
