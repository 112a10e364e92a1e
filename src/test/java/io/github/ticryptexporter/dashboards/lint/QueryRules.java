package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import io.github.ticryptexporter.promql.Promql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on how queries are asked, whatever series they are about. */
final class QueryRules {
    private static final Set<String> CHOOSING_BY_VALUE = Set.of("topk", "bottomk");
    private static final Set<String> FORECASTS = Set.of("deriv", "predict_linear", "double_exponential_smoothing");

    static final List<Rule> ALL = List.of(
            Rule.ofTarget("instant-rule", QueryRules::instant),
            Rule.ofTarget("topk-rule", QueryRules::topk),
            Rule.ofTarget("forecast-window-rule", QueryRules::forecast),
            Rule.ofPanel("legend-unique-rule", QueryRules::legends));

    private QueryRules() {}

    private static Stream<String> instant(TargetJson target) {
        boolean overTime = target.panel().isOverTime();
        String format = target.panel().is("table") ? "table" : "time_series";
        boolean fits = target.json().path("instant").asBoolean() != overTime
                && target.json().path("range").asBoolean() == overTime
                && target.json().path("format").asText().equals(format);
        return unless(
                fits,
                "a %s asks %s, in the format %s; nothing else is shown"
                        .formatted(target.panel().type(), overTime ? "over time" : "for the latest alone", format));
    }

    /** At each moment other series are the largest, so that a graph has them all, each in pieces. */
    private static Stream<String> topk(TargetJson target) {
        return target.promql().stream()
                .flatMap(Promql::all)
                .filter(part -> target.panel().isOverTime() || part instanceof Promql.Range)
                .flatMap(Promql::all)
                .filter(part -> part instanceof Promql.Aggregation aggregation
                        && CHOOSING_BY_VALUE.contains(aggregation.operator()))
                .distinct()
                .map(part -> ((Promql.Aggregation) part).operator()
                        + " over time chooses others at each moment; ask for the latest alone");
    }

    private static Stream<String> forecast(TargetJson target) {
        return target.promql().stream()
                .flatMap(Promql::all)
                .filter(part -> part instanceof Promql.Call call && FORECASTS.contains(call.function()))
                .flatMap(call -> call.parts().stream())
                .filter(part ->
                        part instanceof Promql.Range range && range.length().contains("$"))
                .map(part ->
                        "a forecast from " + ((Promql.Range) part).length() + " changes with the zoom; fix its window");
    }

    private static Stream<String> legends(PanelJson panel) {
        Set<String> seen = new HashSet<>();
        return panel.targets().stream()
                .filter(target ->
                        target.legend().isBlank() || target.legend().equals("__auto") || !seen.add(target.legend()))
                .map(target -> "query %s is called \"%s\"; give each a legend of its own"
                        .formatted(target.refId(), target.legend()));
    }
}
