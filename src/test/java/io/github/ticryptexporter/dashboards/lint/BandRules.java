package io.github.ticryptexporter.dashboards.lint;

import static io.github.ticryptexporter.dashboards.lint.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on colours: in order, changing where alerts fire, and the same on all pages. */
final class BandRules {

    /** How bad a colour is; the others judge nothing. */
    private static final Map<String, Integer> BADNESS =
            Map.of("green", 0, "yellow", 1, "orange", 2, "red", 3, "purple", 4);

    private static final AlertNumbers NUMBERS = AlertNumbers.shipped();

    /** Colours of series by their names, for each page. */
    private static final Map<String, Map<String, String>> STATES = DashboardJson.SHIPPED.stream()
            .collect(Collectors.toMap(
                    DashboardJson::uid,
                    page -> page.panels().stream()
                            .flatMap(panel -> fixed(panel).entrySet().stream())
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second))));

    static final List<Rule> ALL = List.of(
            Rule.ofPanel("threshold-order-rule", BandRules::order),
            Rule.ofTarget("threshold-number-rule", BandRules::numbers),
            Rule.ofTarget("threshold-line-rule", BandRules::lines),
            Rule.ofPanel("state-colour-rule", BandRules::states));

    private BandRules() {}

    private static List<JsonNode> steps(JsonNode thresholds) {
        return DashboardJson.list(thresholds.path("steps"));
    }

    private static Stream<String> order(PanelJson panel) {
        return panel.looks("thresholds").map(BandRules::steps).flatMap(steps -> {
            List<Double> values = steps.stream()
                    .skip(1)
                    .map(step -> step.path("value").asDouble())
                    .toList();
            boolean ascending = steps.get(0).path("value").isNull()
                    && values.equals(values.stream().sorted().distinct().toList());
            return Stream.concat(
                    unless(ascending, "thresholds do not ascend from none: " + values),
                    unless(isOrdered(badness(steps)), "colours do not go from good to bad: " + colours(steps)));
        });
    }

    private static List<String> colours(List<JsonNode> steps) {
        return steps.stream().map(step -> step.path("color").asText()).toList();
    }

    private static List<Integer> badness(List<JsonNode> steps) {
        return colours(steps).stream()
                .map(BADNESS::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Getting better, then worse; either may lack. */
    private static boolean isOrdered(List<Integer> badness) {
        boolean worse = false;
        for (int i = 1; i < badness.size(); i++) {
            int change = badness.get(i) - badness.get(i - 1);
            if (change == 0 || (change < 0 && worse)) {
                return false;
            }
            worse = change > 0;
        }
        return true;
    }

    private static Stream<String> numbers(TargetJson target) {
        return target.panel().look(target, "thresholds").stream()
                .flatMap(thresholds -> steps(thresholds).stream().skip(1))
                .map(step -> step.path("value").asDouble())
                .filter(value -> !NUMBERS.allows(value, target))
                .map(value -> "threshold " + value
                        + " is no number of an alert on these series; take one of alerts/thresholds.yaml");
    }

    /** In a graph, bands are lines, and series keep colours of their own. */
    private static Stream<String> lines(TargetJson target) {
        PanelJson panel = target.panel();
        boolean banded =
                panel.is("timeseries") && panel.look(target, "thresholds").isPresent();
        Optional<String> style = panel.look(target, "custom.thresholdsStyle")
                .map(each -> each.path("mode").asText());
        return unless(
                !banded || style.equals(Optional.of("dashed")), "thresholds are not drawn; draw them as dashed lines");
    }

    private static Stream<String> states(PanelJson panel) {
        Map<String, String> elsewhere = new TreeMap<>();
        STATES.forEach((page, colours) -> {
            if (!page.equals(panel.dashboard().uid())) {
                elsewhere.putAll(colours);
            }
        });
        return fixed(panel).entrySet().stream()
                .filter(state -> !elsewhere
                        .getOrDefault(state.getKey(), state.getValue())
                        .equals(state.getValue()))
                .map(state -> "\"%s\" is %s here and %s on another page; let it be one"
                        .formatted(state.getKey(), state.getValue(), elsewhere.get(state.getKey())));
    }

    /** Colours of series that are chosen by name. */
    private static Map<String, String> fixed(PanelJson panel) {
        Map<String, String> colours = new TreeMap<>();
        for (JsonNode override : panel.overrides()) {
            for (JsonNode property : override.path("properties")) {
                String colour = property.at("/value/fixedColor").asText();
                if (override.at("/matcher/id").asText().equals("byName") && !colour.isEmpty()) {
                    colours.put(override.at("/matcher/options").asText(), colour);
                }
            }
        }
        return colours;
    }
}
