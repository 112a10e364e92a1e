package io.github.ticryptexporter.month;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ticryptexporter.endtoend.PrometheusServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a query of a panel has to answer at the end of the month.
 *
 * @param title of the panel
 * @param labels by whose values series are told apart; none for their legends
 * @param whole whether nothing else may be there
 * @param tolerance as a share of the value
 */
record Golden(
        String uid,
        String title,
        String refId,
        List<String> labels,
        Map<String, Double> expected,
        boolean whole,
        double tolerance) {
    private static final double ROUNDING = 1e-9;

    static Golden of(String uid, String title, String refId, Map<String, Double> expected) {
        return new Golden(uid, title, refId, List.of(), expected, true, ROUNDING);
    }

    static Golden of(String uid, String title, String legend, double expected) {
        return of(uid, title, "A", Map.of(legend, expected));
    }

    /** Of a table. */
    Golden by(String... columns) {
        return new Golden(uid, title, refId, List.of(columns), expected, whole, tolerance);
    }

    /** There may be others. */
    Golden some() {
        return new Golden(uid, title, refId, labels, expected, false, tolerance);
    }

    /** As a share of the value. */
    Golden within(double share) {
        return new Golden(uid, title, refId, labels, expected, whole, share);
    }

    /** What is wrong; empty when nothing is. */
    String judge(PrometheusServer server, Choice choice) throws Exception {
        Question question = Page.of(uid).question(title, refId);
        Map<String, Double> actual = new TreeMap<>();
        for (JsonNode series : question.ask(server, choice)) {
            JsonNode sample = series.has("value")
                    ? series.path("value")
                    : series.path("values").path(series.path("values").size() - 1);
            actual.put(
                    name(question, series.path("metric")),
                    Double.parseDouble(sample.path(1).asText().replace("Inf", "Infinity")));
        }
        boolean right = (!whole || actual.keySet().equals(expected.keySet()))
                && expected.entrySet().stream()
                        .allMatch(one -> isNear(one.getValue(), actual.getOrDefault(one.getKey(), Double.NaN)));
        return right ? "" : "%s expected %s but was %s%n".formatted(question.place(), new TreeMap<>(expected), actual);
    }

    private String name(Question question, JsonNode metric) {
        return labels.isEmpty()
                ? question.legend(metric)
                : labels.stream().map(label -> metric.path(label).asText()).collect(Collectors.joining(" "));
    }

    private boolean isNear(double wanted, double actual) {
        return Double.compare(wanted, actual) == 0 || Math.abs(wanted - actual) <= tolerance * Math.abs(wanted);
    }
}
