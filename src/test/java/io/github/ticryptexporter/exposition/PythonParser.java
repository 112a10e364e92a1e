package io.github.ticryptexporter.exposition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Lines as Python's Prometheus client reads them, the reference for OpenMetrics. */
final class PythonParser {
    private static final String PARSE = """
            import json, struct, sys
            from prometheus_client.%s import text_string_to_metric_families
            text = sys.stdin.buffer.read().decode('utf-8')
            for family in text_string_to_metric_families(text):
                for sample in family.samples:
                    bits = struct.unpack('>q', struct.pack('>d', float(sample.value)))[0]
                    print(json.dumps([sample.name, sample.labels, str(bits)]))
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tool python;

    private PythonParser(String module) {
        this.python = Tool.of(Tool.requirePython("prometheus_client"), "-c", PARSE.formatted(module));
    }

    static PythonParser ofText() {
        return new PythonParser("parser");
    }

    static PythonParser ofOpenMetrics() {
        return new PythonParser("openmetrics.parser");
    }

    SeriesValues samples(String text) throws IOException {
        Tool.Verdict verdict = python.judge(text);
        if (!verdict.accepted()) {
            throw new IllegalStateException(verdict.output());
        }
        SeriesValues all = new SeriesValues();
        for (String line : verdict.output().lines().toList()) {
            JsonNode sample = JSON.readTree(line);
            Map<String, String> labels = new TreeMap<>();
            sample.path(1)
                    .properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asText()));
            all.add(
                    sample.path(0).asText(),
                    labels,
                    Double.longBitsToDouble(sample.path(2).asLong()));
        }
        return all;
    }
}
