package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdsTest {
    private static final Thresholds SHIPPED = Thresholds.shipped("""
            links: { grafana: "https://grafana.example.edu" }
            quota:
              full_ratio: 1   # no number stands twice
            TicryptRealmSaturated:
              warning: { ratio: 0.85, for: 30m }
            """);

    @TempDir
    Path folder;

    @Test
    void aValueIsNamedByWhereItStands() {
        assertEquals(
                Map.of(
                        "links.grafana",
                        "https://grafana.example.edu",
                        "quota.full_ratio",
                        "1",
                        "TicryptRealmSaturated.warning.ratio",
                        "0.85",
                        "TicryptRealmSaturated.warning.for",
                        "30m"),
                SHIPPED.values());
    }

    @Test
    void valuesComeInTheirPlacesAndPrometheussOwnTextStays() {
        assertEquals(
                "expr: ratio > 0.85 # {{ $labels.realm }} and $1\nfor: 30m",
                SHIPPED.fill("expr: ratio > ${TicryptRealmSaturated.warning.ratio} # {{ $labels.realm }} and $1\n"
                        + "for: ${TicryptRealmSaturated.warning.for}"));
    }

    @Test
    void aTemplateThatAsksForWhatThereIsNotIsADefect() {
        assertEquals(
                "no threshold is called quota.ratio",
                assertThrows(IllegalArgumentException.class, () -> SHIPPED.fill("${quota.ratio}"))
                        .getMessage());
    }

    @Test
    void whatAFileLeavesOutStays() throws Exception {
        Map<String, String> expected = new TreeMap<>(SHIPPED.values());
        expected.put("TicryptRealmSaturated.warning.ratio", "0.8");

        assertEquals(
                expected,
                with("TicryptRealmSaturated: { warning: { ratio: 0.8, for: } }").values());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertEquals("""
                thresholds FILE: 6 problems
                quota.full: unknown name (line 1); the nearest known one is quota.full_ratio
                quota.full_ratio: expected a number, but was "90%" (line 1)
                TicryptRealmSaturated.warning.for: stands twice (line 4); keep one of them
                TicryptRealmSaturated.warning.for: expected a duration such as 30s, 15m or 1d, but was "5" (line 3)
                links.grafana: expected letters, digits and any of - . _ ~ : / ? = & %, but was "https://example.edu/a b" (line 5)
                links.runbooks: expected a value, but was a list (line 6)""", problems("""
                quota: { full: 1, full_ratio: 90% }
                TicryptRealmSaturated:
                  warning: { for: 5,
                    for: 6m }
                links: { grafana: https://example.edu/a b,
                    runbooks: [ ] }
                """));
    }

    @Test
    void aFileThatIsNotThereOrNoYamlIsNamed() {
        Path missing = folder.resolve("missing.yaml");

        assertEquals(
                "thresholds %1$s: 1 problem\n%1$s: there is no such file; correct the path, or create the file"
                        .formatted(missing),
                assertThrows(InvalidConfigException.class, () -> SHIPPED.with(missing))
                        .getMessage());
        assertEquals(
                "thresholds FILE: 1 problem\nFILE: not valid YAML at line 1: a [ or { that is not closed, or a comma that is missing",
                problems("quota: {"));
    }

    private String problems(String yaml) {
        return String.valueOf(assertThrows(InvalidConfigException.class, () -> with(yaml))
                        .getMessage())
                .replace(folder.resolve("mine.yaml").toString(), "FILE");
    }

    private Thresholds with(String yaml) throws Exception {
        return SHIPPED.with(Files.writeString(folder.resolve("mine.yaml"), yaml));
    }
}
