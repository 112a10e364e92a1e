package io.github.ticryptexporter.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Judges objects by the Prometheus Operator's own definitions, of which no field may be missing and none be made up. */
final class OperatorKinds {

    private static final Map<String, String> FILES = Map.of(
            "ServiceMonitor", "servicemonitors.yaml",
            "PodMonitor", "podmonitors.yaml",
            "PrometheusRule", "prometheusrules.yaml",
            "ScrapeConfig", "scrapeconfigs.yaml");

    /** Words that JSON Schema does not have. */
    private static final List<String> OF_KUBERNETES = List.of(
            "x-kubernetes-int-or-string",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-list-type",
            "x-kubernetes-map-type",
            "x-kubernetes-validations");

    private OperatorKinds() {}

    /** True for a kind of the operator's whose definition is at hand; that of ScrapeConfig is half a megabyte, and may not be. */
    static boolean canJudge(JsonNode object) {
        String kind = object.path("kind").asText();
        return FILES.containsKey(kind) && (!kind.equals("ScrapeConfig") || Files.exists(Tool.schema(file(kind))));
    }

    /** What is wrong with an object of a kind that is known. */
    static List<String> faults(JsonNode object) throws IOException {
        JsonNode schema = schema(object.path("kind").asText());
        close(schema);
        JsonSchema judge =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        return judge.validate(object).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Of the kind's spec and what is below it. */
    static JsonNode spec(String kind) throws IOException {
        return schema(kind).at("/properties/spec");
    }

    private static JsonNode schema(String kind) throws IOException {
        return Chart.YAML
                .readTree(Files.readString(Tool.requireSchema(file(kind))))
                .at("/spec/versions/0/schema/openAPIV3Schema")
                .deepCopy();
    }

    private static String file(String kind) {
        return "prometheus-operator/" + FILES.getOrDefault(kind, "");
    }

    /** A cluster drops what a definition does not have without a word, and knows a type that JSON Schema does not. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("properties").isObject()) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.remove("type");
            }
            OF_KUBERNETES.forEach(object::remove);
            if (object.path("type").asText().equals("object")
                    && object.at("/properties/metadata").isObject()) {
                ((ObjectNode) object.path("properties")).putObject("metadata");
            }
        }
        schema.forEach(OperatorKinds::close);
    }
}
