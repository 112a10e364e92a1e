package io.github.ticryptexporter.dashboards.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.ticryptexporter.config.Thresholds;
import io.github.ticryptexporter.promql.Promql;
import io.github.ticryptexporter.promql.PromqlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * At which numbers a colour may change: those of the alerts that look at the same series.
 *
 * @param values of the thresholds file, by name
 * @param read the exposed families that each alert is made of
 */
record AlertNumbers(SortedMap<String, String> values, Map<String, Set<String>> read) {
    private static final Path ALERTS = Path.of("alerts");
    private static final Set<Double> NATURAL = Set.of(0.0, 1.0);

    static AlertNumbers shipped() {
        try {
            Map<String, Set<String>> read = new TreeMap<>();
            for (String file : Set.of("ticrypt-alerts.yaml", "ticrypt-optional.yaml")) {
                for (JsonNode group :
                        new YAMLMapper().readTree(ALERTS.resolve(file).toFile()).path("groups")) {
                    group.path("rules").forEach(rule -> add(rule, read));
                }
            }
            String numbers = Files.readString(ALERTS.resolve("thresholds.yaml"));
            return new AlertNumbers(Thresholds.shipped(numbers).values(), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode alert, Map<String, Set<String>> read) {
        Promql expression = PromqlReader.read(alert.path("expr").asText());
        read.computeIfAbsent(alert.path("alert").asText(), name -> new TreeSet<>())
                .addAll(SeriesRules.FAMILIES.origins(expression));
    }

    /** Whether a query's colour may change there: also at what is lacking to one, and on both sides of 0. */
    boolean allows(double value, TargetJson target) {
        Set<String> asked = target.promql().map(SeriesRules.FAMILIES::origins).orElse(Set.of());
        return NATURAL.contains(value)
                || values.entrySet().stream()
                        .filter(number -> isOf(number.getKey().replaceAll("\\..*", ""), asked))
                        .filter(number -> number.getValue().matches("[\\d.]+"))
                        .mapToDouble(number -> Double.parseDouble(number.getValue()))
                        .anyMatch(number -> value == number || value == -number || value == 1 - number);
    }

    /** Numbers of no single alert are anybody's. */
    private boolean isOf(String section, Set<String> asked) {
        return !read.containsKey(section) || !Collections.disjoint(read.getOrDefault(section, Set.of()), asked);
    }
}
