package io.github.ticryptexporter.promql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.ticryptexporter.metrics.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The series that a query may ask for: the catalogue's, those of our rules, and few of others. */
public final class Families {
    private static final Path RECORDS = Path.of("alerts", "ticrypt-records.yaml");

    private static final Set<String> OF_TARGETS = Set.of("site", "job", "instance");
    private static final Set<String> OF_ALERTS =
            Set.of("alertname", "alertstate", "severity", "owner", "resource", "type");

    private static final Set<String> OF_SCRAPES =
            Set.of("up", "scrape_duration_seconds", "scrape_samples_post_metric_relabeling", "scrape_sample_limit");

    /** Of the exporter's Java and of node_exporter, with their labels. */
    private static final Map<String, Set<String>> OF_OTHERS = Map.of(
            "jvm_memory_used_bytes", Set.of("area", "id"),
            "jvm_memory_max_bytes", Set.of("area", "id"),
            "process_cpu_seconds_total", Set.of(),
            "node_pressure_cpu_waiting_seconds_total", Set.of());

    private final Map<String, List<Family>> byName = new HashMap<>();

    private Families() {}

    /**
     * Series of one name.
     *
     * @param fixed the labels that a rule gives them
     * @param labels those that they may have, the fixed ones among them
     * @param quantities what their values are; several where that depends on a label
     * @param origins the exposed families that they are made of; itself for an exposed one
     */
    record Family(
            String name, Map<String, String> fixed, Set<String> labels, Set<Quantity> quantities, Set<String> origins) {

        static Family exposed(String name, Iterable<String> labels) {
            Set<String> all = new TreeSet<>(OF_TARGETS);
            labels.forEach(all::add);
            Set<Quantity> quantities = name.endsWith("_info") ? Set.of() : Set.of(Quantity.named(name));
            return new Family(name, Map.of(), all, quantities, Set.of(name));
        }

        /** Whether it has series that the selector means. */
        boolean fits(Promql.Selector selector) {
            return selector.matchers().stream()
                    .filter(matcher -> fixed.containsKey(matcher.label()))
                    .allMatch(matcher -> matcher.fits(fixed.getOrDefault(matcher.label(), "")));
        }
    }

    /** Those of the catalogue, and of the rules that come with the exporter. */
    public static Families shipped() {
        Families families = new Families();
        Set<String> labels = new TreeSet<>(OF_ALERTS);
        for (Reference.Entry entry : Reference.entries()) {
            families.expose(entry);
            labels.addAll(entry.labels());
        }
        OF_SCRAPES.forEach(name -> families.add(Family.exposed(name, Set.of())));
        OF_OTHERS.forEach((name, own) -> families.add(Family.exposed(name, own)));
        families.add(Family.exposed("ALERTS", labels));
        families.add(Family.exposed("ALERTS_FOR_STATE", labels));
        families.record();
        return families;
    }

    private void expose(Reference.Entry entry) {
        if (!entry.type().equals("histogram")) {
            add(Family.exposed(entry.name(), entry.labels()));
            return;
        }
        List<String> labels = new ArrayList<>(entry.labels());
        add(Family.exposed(entry.name() + "_count", labels));
        add(Family.exposed(entry.name() + "_sum", labels));
        labels.add("le");
        add(Family.exposed(entry.name() + "_bucket", labels));
    }

    private void add(Family family) {
        byName.computeIfAbsent(family.name(), name -> new ArrayList<>()).add(family);
    }

    /** In the order of the file, so that what is read there is there already. */
    private void record() {
        try {
            for (JsonNode group : new YAMLMapper().readTree(RECORDS.toFile()).path("groups")) {
                group.path("rules").forEach(rule -> add(recorded(rule)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Family recorded(JsonNode rule) {
        Promql expression = PromqlReader.read(rule.path("expr").asText());
        Map<String, String> fixed = new TreeMap<>();
        rule.path("labels")
                .properties()
                .forEach(label -> fixed.put(label.getKey(), label.getValue().asText()));
        Set<String> labels = new TreeSet<>(new ResultLabels(this).of(expression));
        labels.addAll(fixed.keySet());
        return new Family(
                rule.path("record").asText(),
                fixed,
                labels,
                new ResultQuantity(this).of(expression),
                origins(expression));
    }

    /** The families that the selector means; none when it names nothing that there is. */
    List<Family> of(Promql.Selector selector) {
        return byName.getOrDefault(selector.metric(), List.of()).stream()
                .filter(family -> family.fits(selector))
                .toList();
    }

    public boolean knows(String metric) {
        return byName.containsKey(metric);
    }

    /** The labels that the series of a selector may have. */
    public Set<String> labelsOf(Promql.Selector selector) {
        return of(selector).stream()
                .flatMap(family -> family.labels().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The exposed families that an expression is made of, through records at any remove. */
    public Set<String> origins(Promql... expressions) {
        return Arrays.stream(expressions)
                .flatMap(Promql::selectors)
                .flatMap(selector -> of(selector).stream())
                .flatMap(family -> family.origins().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
