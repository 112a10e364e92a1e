package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.metrics.Reference;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTableTest {

    @Test
    void inMarkdownItIsTheEndOfTheReferencePage() throws Exception {
        String page = Files.readString(Path.of("docs", "metrics.md"));

        assertEquals(page.substring(page.indexOf("| name |")), printed(TableFormat.MARKDOWN));
    }

    @Test
    void inJsonItIsAnArrayWithAnObjectForEachFamily() throws Exception {
        List<Map<String, Object>> expected = Reference.entries().stream()
                .map(entry -> Map.<String, Object>of(
                        "name", entry.name(),
                        "type", entry.type(),
                        "labels", entry.labels(),
                        "help", entry.help(),
                        "source", entry.source(),
                        "privacy_level", entry.privacyLevel(),
                        "stability", entry.stability()))
                .toList();

        assertEquals(expected, new ObjectMapper().readValue(printed(TableFormat.JSON), new TypeReference<>() {}));
    }

    @Test
    void inJsonAFamilyLooksLikeThis() {
        String json = printed(TableFormat.JSON);

        assertEquals("""
                [
                  {
                    "name" : "ticrypt_up",
                    "type" : "gauge",
                    "labels" : [
                      "api",
                      "realm"
                    ],
                    "help" : "Whether the latest attempt to poll this route succeeded.",
                    "source" : "the exporter's own requests",
                    "privacy_level" : "strict",
                    "stability" : "stable"
                  },
                """, json.substring(0, json.indexOf("},") + 3));
    }

    private static String printed(TableFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        assertEquals(0, new MetricTable(out).run(new Command.Metrics(format)));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
