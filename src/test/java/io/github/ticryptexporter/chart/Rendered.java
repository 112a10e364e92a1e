package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What Helm would send to a cluster.
 *
 * @param objects in Helm's order
 */
record Rendered(List<JsonNode> objects) {

    Rendered {
        objects = List.copyOf(objects);
    }

    static Rendered of(String yaml) {
        try (MappingIterator<JsonNode> documents =
                Chart.YAML.readerFor(new TypeReference<JsonNode>() {}).readValues(yaml)) {
            return new Rendered(documents.readAll().stream()
                    .filter(document -> !document.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one object of this kind. */
    JsonNode the(String kind) {
        List<JsonNode> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + ", but were " + found.size() + " among " + names());
        }
        return found.get(0);
    }

    /** The object of this kind whose name ends so. */
    JsonNode the(String kind, String suffix) {
        return all(kind).stream()
                .filter(object -> object.at("/metadata/name").asText().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " *" + suffix + " among " + names()));
    }

    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    /** Kind and name of each, sorted. */
    List<String> names() {
        return objects.stream()
                .map(object -> object.path("kind").asText() + " "
                        + object.at("/metadata/name").asText())
                .sorted()
                .collect(Collectors.toList());
    }

    JsonNode podSpec() {
        return the("Deployment").at("/spec/template/spec");
    }

    JsonNode container() {
        return podSpec().at("/containers/0");
    }

    /** Those of the operator's object. */
    List<JsonNode> groups() {
        return all("PrometheusRule").stream()
                .flatMap(rule -> StreamSupport.stream(rule.at("/spec/groups").spliterator(), false))
                .toList();
    }

    List<JsonNode> rules() {
        return groups().stream()
                .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
                .toList();
    }

    /** The exporter's own configuration. */
    String config() {
        return all("ConfigMap").stream()
                .map(map -> map.at("/data/exporter.yaml"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no configuration"));
    }
}
