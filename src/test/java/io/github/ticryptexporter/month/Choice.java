package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody has chosen at the top of a page.
 *
 * @param values what a query gets for each variable, as Grafana's data source for Prometheus writes it
 */
record Choice(Map<String, String> values) {
    private static final Pattern LABEL_VALUES =
            Pattern.compile("label_values\\((?:(?<series>.*),)? *(?<label>\\w+)\\)", Pattern.DOTALL);
    private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((?<query>.*)\\)", Pattern.DOTALL);

    Choice {
        values = Map.copyOf(values);
    }

    /** All of everything, and of what has one value at a time each of them. */
    static List<Choice> broad(Page page, PrometheusServer server) {
        return turns(page, server, false);
    }

    /** Two values of each variable that may have several; then each value of each variable alone. */
    static List<Choice> narrow(Page page, PrometheusServer server) {
        return turns(page, server, true);
    }

    private static List<Choice> turns(Page page, PrometheusServer server, boolean several) {
        Choice first = new Choice(Map.of());
        Choice two = new Choice(Map.of());
        List<Choice> turns = new ArrayList<>();
        Map<JsonNode, List<String>> offered = new LinkedHashMap<>();
        for (JsonNode variable : page.variables()) {
            List<String> options = options(variable, page, first, server);
            if (options.isEmpty()) {
                throw new AssertionError(page.uid() + " offers nothing for " + variable.path("name"));
            }
            offered.put(variable, options);
            boolean multi = variable.path("multi").asBoolean();
            first = first.with(variable, multi ? variable.path("allValue").asText() : options.get(0));
            two = two.with(variable, multi ? escaped(options.subList(0, Math.min(2, options.size()))) : options.get(0));
        }
        turns.add(several ? two : first);
        for (Map.Entry<JsonNode, List<String>> each : offered.entrySet()) {
            boolean multi = each.getKey().path("multi").asBoolean();
            boolean isOneOfAFew = !multi && each.getKey().path("type").asText().equals("custom");
            if (several ? !isOneOfAFew : !multi) {
                for (String option : each.getValue()) {
                    turns.add(first.with(each.getKey(), multi ? escaped(List.of(option)) : option));
                }
            }
        }
        return turns;
    }

    private Choice with(JsonNode variable, String value) {
        return with(variable.path("name").asText(), value);
    }

    /** The same, but for one variable. */
    Choice with(String variable, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(variable, value);
        return new Choice(changed);
    }

    static List<String> options(JsonNode variable, Page page, Choice before, PrometheusServer server) {
        String query = variable.path("query").asText();
        if (variable.path("type").asText().equals("custom")) {
            return List.of(query.split(","));
        }
        String sent = before.substituted(query, page.range(), Interval.SCRAPE_SECONDS);
        Matcher labelValues = LABEL_VALUES.matcher(sent);
        if (labelValues.matches()) {
            return server.labelValues(labelValues.group("label"), labelValues.group("series"), Stretch.END);
        }
        Matcher queryResult = QUERY_RESULT.matcher(sent);
        if (!queryResult.matches()) {
            throw new IllegalArgumentException("no query of a variable: " + query);
        }
        return matching(variable.path("regex").asText(), server.at(queryResult.group("query"), Stretch.END));
    }

    /** The values that the variable's expression finds in the lines that Grafana makes of series. */
    private static List<String> matching(String regex, JsonNode series) {
        Pattern pattern = Pattern.compile(regex.substring(1, regex.length() - 1));
        List<String> values = new ArrayList<>();
        for (JsonNode one : series) {
            List<String> labels = new ArrayList<>();
            one.path("metric")
                    .properties()
                    .forEach(label ->
                            labels.add(label.getKey() + "=\"" + label.getValue().asText() + "\""));
            labels.sort(Comparator.naturalOrder());
            Matcher line = pattern.matcher("{" + String.join(",", labels) + "}");
            if (line.find()) {
                values.add(line.group("value"));
            }
        }
        return values;
    }

    /** For a regular expression: one value as it is, several in brackets. */
    private static String escaped(List<String> values) {
        String text = values.stream()
                .map(value -> value.replaceAll("[\\\\^$*+?.()|\\[\\]{}]", "\\\\\\\\$0"))
                .collect(Collectors.joining("|"));
        return values.size() > 1 ? "(" + text + ")" : text;
    }

    /** The expression with everything in its place that begins with a dollar. */
    String substituted(String expr, long seconds, long step) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("__rate_interval", Interval.ofRates((int) step) + "s");
        all.put("__interval", step + "s");
        all.put("__range_s", Long.toString(seconds));
        all.put("__range", seconds + "s");
        String sent = Pattern.compile("\\$\\{?(\\w+)}?")
                .matcher(expr)
                .replaceAll(name -> Matcher.quoteReplacement(all.getOrDefault(name.group(1), name.group())));
        return sent;
    }
}
