package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One rule as a shipped file has it.
 *
 * @param name of the alert, or of the recorded metric
 * @param lasts its {@code for}, empty without one
 */
record Rule(
        String name,
        boolean isAlert,
        String expr,
        String lasts,
        Map<String, String> labels,
        Map<String, String> annotations) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    Rule {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** The rules of a file in {@code alerts}, in its order. */
    static List<Rule> of(String file) {
        try {
            JsonNode groups =
                    YAML.readTree(RuleFilesTest.ALERTS.resolve(file).toFile()).path("groups");
            return elements(groups)
                    .flatMap(group -> elements(group.path("rules")))
                    .map(Rule::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The rules of all files. */
    static List<Rule> all() {
        return RuleFilesTest.NAMES.stream().flatMap(file -> of(file).stream()).toList();
    }

    /** The alerts of all files; one with two bands has two of one name. */
    static List<Rule> alerts() {
        return all().stream().filter(Rule::isAlert).toList();
    }

    String label(String name) {
        return labels.getOrDefault(name, "");
    }

    String annotation(String name) {
        return annotations.getOrDefault(name, "");
    }

    private static Rule of(JsonNode rule) {
        return new Rule(
                rule.path("alert").asText(rule.path("record").asText()),
                rule.has("alert"),
                rule.path("expr").asText(),
                rule.path("for").asText(),
                texts(rule.path("labels")),
                texts(rule.path("annotations")));
    }

    private static Map<String, String> texts(JsonNode mapping) {
        Map<String, String> texts = new TreeMap<>();
        mapping.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
