package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.promql.Quantity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules on how numbers look: units, digits, axes, legends. */
final class LookRules {
    private static final int WIDE = 12;

    /** What each unit can show. */
    private static final Map<String, Set<Quantity>> SHOWN = Map.of(
            "bytes", Set.of(Quantity.BYTES),
            "s", Set.of(Quantity.SECONDS),
            "dtdurations", Set.of(Quantity.SECONDS),
            "percentunit", Set.of(Quantity.RATIO),
            "reqps", Set.of(Quantity.PER_SECOND),
            "none", Set.of(Quantity.COUNT, Quantity.RATIO),
            "short", Set.of(Quantity.COUNT, Quantity.RATIO));

    /** The most digits behind the point; units that are not here find their own. */
    private static final Map<String, Integer> DIGITS =
            Map.of("bytes", 2, "percentunit", 1, "none", 3, "short", 1, "dtdurations", 0);

    static final List<Rule> ALL = List.of(
            Rule.ofTarget("unit-quantity-rule", LookRules::quantity),
            Rule.ofTarget("decimals-rule", LookRules::decimals),
            Rule.ofTarget("percent-range-rule", LookRules::range),
            Rule.ofPanel("null-rule", LookRules::nulls),
            Rule.ofPanel("legend-rule", LookRules::legend));

    private LookRules() {}

    private static Stream<String> quantity(TargetJson target) {
        Set<Quantity> shown = SHOWN.getOrDefault(target.unit(), EnumSet.allOf(Quantity.class));
        return SeriesRules.quantities(target).stream()
                .filter(quantity -> !shown.contains(quantity))
                .map(quantity ->
                        "answers %s, which the unit \"%s\" does not show".formatted(quantity.words(), target.unit()));
    }

    private static Stream<String> decimals(TargetJson target) {
        boolean counts =
                target.unit().equals("none") && SeriesRules.quantities(target).equals(Set.of(Quantity.COUNT));
        int most = counts ? 0 : DIGITS.getOrDefault(target.unit(), Integer.MAX_VALUE);
        int digits =
                target.panel().look(target, "decimals").map(JsonNode::asInt).orElse(Integer.MAX_VALUE);
        return unless(
                digits <= most,
                "decimals of the unit \"%s\" are not set, or more than %d".formatted(target.unit(), most));
    }

    /** Where a share is a length, its whole has to be seen. */
    private static Stream<String> range(TargetJson target) {
        PanelJson panel = target.panel();
        boolean length = panel.is("timeseries", "gauge", "bargauge")
                || panel.look(target, "custom.cellOptions")
                        .map(cell -> cell.path("type").asText().equals("gauge"))
                        .orElse(false);
        return Stream.of("min", "max")
                .filter(end -> length && target.unit().equals("percentunit"))
                .filter(end -> panel.look(target, end).isEmpty())
                .map(end -> "a share is drawn without a " + end + "; set it");
    }

    private static Stream<String> nulls(PanelJson panel) {
        JsonNode spans = panel.defaults().at("/custom/spanNulls");
        return unless(
                !panel.is("timeseries") || (spans.isBoolean() && !spans.asBoolean()),
                "draws a line where there was no data; set spanNulls to false");
    }

    /** Beside a graph with room there is a table with the latest values. */
    private static Stream<String> legend(PanelJson panel) {
        if (!panel.is("timeseries")) {
            return Stream.empty();
        }
        JsonNode legend = panel.json().at("/options/legend");
        boolean wide = panel.json().at("/gridPos/w").asInt() >= WIDE;
        boolean fits = legend.path("showLegend").asBoolean()
                && legend.path("displayMode").asText().equals(wide ? "table" : "list")
                && legend.path("placement").asText().equals(wide ? "right" : "bottom")
                && legend.path("calcs").toString().equals(wide ? "[\"lastNotNull\"]" : "[]");
        return unless(
                fits,
                wide
                        ? "has room for a legend: a table on the right with the last value"
                        : "has little room: let its legend be a list below");
    }
}
