package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.ticryptexporter.config.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rules of all files.
 *
 * @param all in the order of the files
 */
record Rules(List<Rule> all) {
    private static final YAMLMapper YAML = new YAMLMapper();

    Rules {
        all = List.copyOf(all);
    }

    /** What the templates say, with the names of thresholds in the place of numbers. */
    static Rules ofTemplates() {
        return from(name -> RuleFilesTest.template(name));
    }

    /** What the templates and these thresholds make. */
    static Rules with(Thresholds thresholds) {
        return from(name -> thresholds.fill(RuleFilesTest.template(name)));
    }

    /** What the files say that are shipped. */
    static Rules shipped() {
        return with(shippedThresholds());
    }

    /** The numbers that come with the exporter. */
    static Thresholds shippedThresholds() {
        try {
            return RuleFilesTest.shipped();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Source {
        String text(String name) throws Exception;
    }

    private static Rules from(Source source) {
        List<Rule> all = new ArrayList<>();
        for (String file : RuleFilesTest.NAMES) {
            all.addAll(rules(file, source));
        }
        return new Rules(all);
    }

    private static List<Rule> rules(String file, Source source) {
        try {
            List<Rule> rules = new ArrayList<>();
            for (JsonNode group : YAML.readTree(source.text(file)).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    rules.add(new Rule(file, group.path("name").asText(), rules.size(), (ObjectNode) rule));
                }
            }
            return rules;
        } catch (Exception e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** The rules of one file, in its order. */
    List<Rule> in(String file) {
        return all.stream().filter(rule -> rule.file().equals(file)).toList();
    }

    /** The alerts; one with two bands is there twice. */
    List<Rule> alerts() {
        return all.stream().filter(Rule::isAlert).toList();
    }

    /** These with that rule in the place of the one where it stands. */
    Rules with(Rule changed) {
        return new Rules(
                all.stream().map(rule -> rule.isAt(changed) ? changed : rule).toList());
    }

    Rules only(Predicate<Rule> kept) {
        return new Rules(all.stream().filter(kept).toList());
    }

    /** With a group for each remove at which rules of one group read each other. */
    Rules inStages() {
        return new Rules(all.stream()
                .map(rule -> new Rule(rule.file(), rule.group() + "-" + stage(rule), rule.number(), rule.content()))
                .sorted(Comparator.comparing(rule -> rule.group().replaceAll(".*-", "")))
                .toList());
    }

    private int stage(Rule rule) {
        Set<String> words = rule.expression().words();
        return all.stream()
                .filter(read -> read.group().equals(rule.group()) && words.contains(read.name()))
                .filter(read -> !read.name().equals(rule.name()))
                .mapToInt(read -> 1 + stage(read))
                .max()
                .orElse(0);
    }

    /** The names of its groups, those of records first. */
    List<String> groups() {
        return all.stream()
                .sorted(Comparator.comparing(Rule::isAlert)
                        .thenComparing(rule -> rule.group().contains("forecasts")))
                .map(Rule::group)
                .distinct()
                .toList();
    }

    /** These names and those of all rules that read what is recorded under one of them, at any remove. */
    Set<String> readersOf(Set<String> names) {
        Set<String> readers = new HashSet<>(names);
        while (all.stream().filter(rule -> reads(rule, readers)).anyMatch(rule -> readers.add(rule.name()))) {}
        return readers;
    }

    /** These names and those of all records that rules of these names read, at any remove. */
    Set<String> readBy(Set<String> names) {
        Set<String> read = new HashSet<>(names);
        while (all.stream()
                .filter(rule -> read.contains(rule.name()))
                .flatMap(rule -> rule.expression().words().stream())
                .anyMatch(read::add)) {}
        return read;
    }

    private static boolean reads(Rule rule, Set<String> names) {
        return rule.expression().words().stream().anyMatch(names::contains);
    }

    /** Writes all files, those without a rule too, since tests name them. */
    void write(Path folder) {
        try {
            for (String file : RuleFilesTest.NAMES) {
                Files.writeString(folder.resolve(file), YAML.writeValueAsString(file(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode file(String name) {
        Map<String, ArrayNode> groups = new LinkedHashMap<>();
        all.stream()
                .filter(rule -> rule.file().equals(name))
                .forEach(rule -> groups.computeIfAbsent(rule.group(), group -> JsonNodeFactory.instance.arrayNode())
                        .add(rule.content()));
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode list = file.putArray("groups");
        groups.forEach((group, rules) -> list.addObject().put("name", group).set("rules", rules));
        return file;
    }
}
