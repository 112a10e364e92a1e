package io.github.ticryptexporter.rules.quarter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Rules of the shipped files that are evaluated together: forecasts look at weeks every few minutes, the others at hours every
 * minute, and {@code promtool} evaluates all it is given at the same interval.
 *
 * @param texts rule files, the records before the alerts
 */
record RuleSet(List<String> texts) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> SHIPPED =
            List.of("ticrypt-records.yaml", "ticrypt-alerts.yaml", "ticrypt-optional.yaml");

    /** The names under which they are written, in the order in which they are evaluated. */
    static final String FILES = String.join(", ", SHIPPED);

    private static final Pattern FORECAST = Pattern.compile("exhaustion:|growth:|peak");
    private static final Pattern FAMILY = Pattern.compile("\\bticrypt_\\w+");

    RuleSet {
        texts = List.copyOf(texts);
    }

    /** All that have to do with forecasts, and the records these are made of. */
    static RuleSet forecasts() throws IOException {
        return shipped(rule -> rule.has("record") || isForecast(rule));
    }

    /** All others. */
    static RuleSet others() throws IOException {
        return shipped(rule -> !isForecast(rule));
    }

    private static boolean isForecast(JsonNode rule) {
        return FORECAST.matcher(rule.path("record").asText() + rule.path("expr").asText())
                .find();
    }

    private static RuleSet shipped(Predicate<JsonNode> wanted) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : SHIPPED) {
            JsonNode rules = YAML.readTree(Files.readString(Path.of("alerts", file)));
            for (JsonNode group : rules.get("groups")) {
                for (Iterator<JsonNode> each = group.get("rules").iterator(); each.hasNext(); ) {
                    if (!wanted.test(each.next())) {
                        each.remove();
                    }
                }
            }
            texts.add(YAML.writeValueAsString(rules));
        }
        return new RuleSet(texts);
    }

    /** Names of the families that the rules read, and of some that do not exist, such as a part of a record's name. */
    Set<String> families() {
        return texts.stream()
                .flatMap(text -> FAMILY.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The severities of each alert. */
    Map<String, Set<String>> alerts() throws IOException {
        Map<String, Set<String>> alerts = new TreeMap<>();
        for (String text : texts) {
            for (JsonNode rule : YAML.readTree(text).findValues("rules").stream()
                    .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                    .filter(rule -> rule.has("alert"))
                    .toList()) {
                alerts.computeIfAbsent(rule.path("alert").asText(), none -> new TreeSet<>())
                        .add(rule.at("/labels/severity").asText());
            }
        }
        return alerts;
    }

    /** Writes the {@link #FILES}. */
    void write(Path folder) throws IOException {
        for (int index = 0; index < texts.size(); index++) {
            Files.writeString(folder.resolve(SHIPPED.get(index)), texts.get(index));
        }
    }
}
