package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The values of the chart by their paths, such as {@code service.port}. A value is what the schema looks no further into: a text,
 * a number, a list, or a map whose keys are the user's.
 */
final class Values {

    /** What a parent chart sets, and no template reads. */
    private static final Set<String> OF_PARENTS = Set.of("enabled");

    private Values() {}

    static JsonNode schema() {
        return Chart.yaml(Chart.file("values.schema.json"));
    }

    static JsonNode defaults() {
        return Chart.yaml(Chart.file("values.yaml"));
    }

    static SortedSet<String> leaves() {
        SortedSet<String> leaves = new TreeSet<>();
        collect(schema(), "", leaves);
        leaves.removeAll(OF_PARENTS);
        return leaves;
    }

    private static void collect(JsonNode schema, String path, Set<String> leaves) {
        if (!schema.has("properties")) {
            leaves.add(path);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> collect(property.getValue(), below(path, property.getKey()), leaves));
    }

    /** The same of {@code values.yaml}, as far down as the schema has keys; what the schema lacks is among them. */
    static SortedSet<String> present() {
        SortedSet<String> present = new TreeSet<>();
        collectPresent(defaults(), schema(), "", present);
        return present;
    }

    private static void collectPresent(JsonNode values, JsonNode schema, String path, Set<String> present) {
        if (!schema.has("properties")) {
            present.add(path);
            return;
        }
        values.properties()
                .forEach(value -> collectPresent(
                        value.getValue(),
                        schema.path("properties").path(value.getKey()),
                        below(path, value.getKey()),
                        present));
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
