package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One test of a {@link RuleTestFile}: the series that go in, and how many alerts are expected when. */
record RuleCase(JsonNode content) {
    private static final Pattern INSTANCE = Pattern.compile("instance=\"[^\"]*\"");
    private static final Pattern NO_SAMPLE = Pattern.compile("(?:^|\\s)(?:stale|_)");
    private static final Pattern SEVERITY = Pattern.compile("severity=\"(\\w+)\"");
    private static final Pattern DURATION = Pattern.compile("(\\d+)([smhd])");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86400L);

    /**
     * An alert of one severity.
     *
     * @param isOnly whether the alert has no other, so that an expectation need not name it
     */
    record Band(String alert, String severity, boolean isOnly) {
        static Band of(Rule alert, List<Rule> alerts) {
            boolean isOnly = alerts.stream()
                            .filter(rule -> rule.name().equals(alert.name()))
                            .count()
                    == 1;
            return new Band(alert.name(), alert.band(), isOnly);
        }

        private boolean isIn(String labels) {
            return SEVERITY.matcher(labels)
                    .results()
                    .map(label -> label.group(1).equals(severity))
                    .findFirst()
                    .orElse(isOnly);
        }
    }

    /** How many alerts of a band have to fire at a time. */
    record Expectation(long second, double alerts) {}

    String name() {
        return content.path("name").asText();
    }

    /** Whether its name begins with this word. */
    boolean isCalled(String word) {
        return name().matches(word + "\\b.*");
    }

    /** Whether two instances bring a series, which is the same for the rest. */
    boolean hasReplicas() {
        List<String> series = texts("input_series", "series")
                .filter(text -> INSTANCE.matcher(text).find())
                .distinct()
                .toList();
        return series.stream()
                        .map(text -> INSTANCE.matcher(text).replaceAll(""))
                        .distinct()
                        .count()
                < series.size();
    }

    /** Whether a series ends, or misses a sample. */
    boolean hasGap() {
        return texts("input_series", "values")
                .anyMatch(values -> NO_SAMPLE.matcher(values).find());
    }

    /** Seconds until the last question. */
    long lasts() {
        return Stream.concat(each("alert_rule_test"), each("promql_expr_test"))
                .mapToLong(RuleCase::second)
                .max()
                .orElse(0);
    }

    /** What it expects of a band, in the order of time; empty if it asks about another alert. */
    List<Expectation> expectations(Band band) {
        Stream<Expectation> ofAlerts = each("alert_rule_test")
                .filter(asked -> asked.path("alertname").asText().equals(band.alert()))
                .map(asked -> new Expectation(second(asked), alerts(asked, band)));
        Stream<Expectation> ofSamples = each("promql_expr_test")
                .filter(asked -> asked.path("expr").asText().matches(count(band)))
                .map(asked -> new Expectation(second(asked), samples(asked, band)));
        return Stream.concat(ofAlerts, ofSamples)
                .sorted(Comparator.comparingLong(Expectation::second))
                .toList();
    }

    /** Other questions about ALERTS have other answers than a number of alerts. */
    private static String count(Band band) {
        return "count( by \\([\\w, ]+\\) )?\\(ALERTS\\{alertname=\"%s\",alertstate=\"firing\"}\\)"
                .formatted(band.alert());
    }

    private static double alerts(JsonNode asked, Band band) {
        return elements(asked.path("exp_alerts"))
                .filter(alert ->
                        alert.path("exp_labels").path("severity").asText().equals(band.severity()))
                .count();
    }

    private static double samples(JsonNode asked, Band band) {
        return elements(asked.path("exp_samples"))
                .filter(sample -> band.isIn(sample.path("labels").asText()))
                .mapToDouble(sample -> sample.path("value").asDouble())
                .sum();
    }

    private static long second(JsonNode asked) {
        return seconds(asked.path("eval_time"));
    }

    /** Of a duration as Prometheus writes it. */
    static long seconds(JsonNode duration) {
        return DURATION.matcher(duration.asText())
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)) * SECONDS.getOrDefault(part.group(2), 0L))
                .sum();
    }

    private Stream<String> texts(String list, String field) {
        return each(list).map(element -> element.path(field).asText());
    }

    private Stream<JsonNode> each(String list) {
        return elements(content.path(list));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
