package io.github.ticryptexporter.rules;

import io.github.ticryptexporter.config.Thresholds;
import io.github.ticryptexporter.rules.Mutant.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mutant there is of the shipped rules. */
final class Mutants {
    private static final Thresholds SHIPPED = Rules.shippedThresholds();
    private static final Rules RULES = Rules.with(SHIPPED);
    private static final Rules TEMPLATES = Rules.ofTemplates();

    /** Each comparison and what is nearest to it. */
    private static final Map<String, String> NEAREST =
            Map.of(">", ">=", ">=", ">", "<", "<=", "<=", "<", "==", "!=", "!=", "==");

    private Mutants() {}

    static List<Mutant> all() {
        return Stream.of(
                        SHIPPED.values().keySet().stream()
                                .filter(name -> !name.startsWith("dashboards."))
                                .flatMap(Mutants::ofThreshold),
                        RULES.all().stream().flatMap(Mutants::ofMissingDurations),
                        RULES.all().stream().flatMap(Mutants::ofComparisons),
                        RULES.all().stream().flatMap(Mutants::ofGuards))
                .flatMap(mutants -> mutants)
                .toList();
    }

    private static Stream<Mutant> ofThreshold(String name) {
        return Step.around(name, SHIPPED.values().getOrDefault(name, "")).stream()
                .map(value -> new Mutant(
                        name.matches(".*\\.(keep_firing_)?for") ? Kind.DURATION : Kind.THRESHOLD,
                        name + ": " + SHIPPED.values().get(name) + " becomes " + value,
                        users(name),
                        Rules.with(changed(name, value))));
    }

    private static Thresholds changed(String name, String value) {
        SortedMap<String, String> values = new TreeMap<>(SHIPPED.values());
        values.put(name, value);
        return new Thresholds(values);
    }

    private static Set<String> users(String threshold) {
        return TEMPLATES.all().stream()
                .filter(rule -> rule.content().toString().contains("${" + threshold + "}"))
                .map(Rule::name)
                .collect(Collectors.toSet());
    }

    private static Stream<Mutant> ofMissingDurations(Rule rule) {
        return Stream.of("for", "keep_firing_for")
                .filter(rule.content()::has)
                .map(field -> of(Kind.DURATION, rule, "without " + field, rule.without(field)));
    }

    private static Stream<Mutant> ofComparisons(Rule rule) {
        Expression expression = rule.expression();
        return expression.comparisons().stream()
                .map(piece -> of(
                        Kind.COMPARISON,
                        rule,
                        expression.around(piece) + ": " + piece.text() + " becomes " + NEAREST.get(piece.text()),
                        rule.with(expression.with(piece, NEAREST.getOrDefault(piece.text(), "")))));
    }

    private static Stream<Mutant> ofGuards(Rule rule) {
        Expression expression = rule.expression();
        return expression.guards().stream()
                .map(guard -> of(Kind.GUARD, rule, "without " + guard.text(), rule.with(expression.with(guard, ""))));
    }

    private static Mutant of(Kind kind, Rule rule, String change, Rule changed) {
        String name = rule + ": " + change;
        return new Mutant(kind, name, Set.of(rule.name()), RULES.with(changed));
    }
}
