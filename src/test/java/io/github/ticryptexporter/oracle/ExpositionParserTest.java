package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionParserTest {
    @Test
    void textGivesSamplesTypesAndHelps() {
        Exposition parsed = Exposition.parseText("""
                # A remark.
                # HELP b_total Back\\\\nslash "and"\\nnewline.
                # TYPE b_total counter
                b_total 1

                # TYPE a gauge
                a{z="}\\",\\\\\\n",b=""} -1.5e3
                a NaN
                # TYPE h histogram
                h_bucket{le="+Inf"} 2
                h_sum 0.5
                h_count 2
                """);

        assertEquals(
                Map.of(
                        "b_total", 1.0,
                        "a{b=\"\",z=\"}\\\",\\\\\\n\"}", -1500.0,
                        "a", Double.NaN,
                        "h_bucket{le=\"+Inf\"}", 2.0,
                        "h_sum", 0.5,
                        "h_count", 2.0),
                parsed.samples());
        assertEquals(Map.of("b_total", "counter", "a", "gauge", "h", "histogram"), parsed.types());
        assertEquals(Map.of("b_total", "Back\\nslash \"and\"\nnewline."), parsed.helps());
    }

    @Test
    void openMetricsNamesFamiliesWithoutTheirSuffixes() {
        Exposition parsed = Exposition.parseOpenMetrics("""
                # TYPE x counter
                # HELP x Counts.
                x_total 1.0
                # TYPE team info
                team_info{name="n"} 1
                # TYPE t_seconds gauge
                # UNIT t_seconds seconds
                t_seconds 1.9E9
                # EOF
                """);

        assertEquals(Map.of("x_total", 1.0, "team_info{name=\"n\"}", 1.0, "t_seconds", 1.9e9), parsed.samples());
        assertEquals(Map.of("x", "counter", "team", "info", "t_seconds", "gauge"), parsed.types());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "a 1                                     | line 1: a sample before its TYPE: a",
                "# HELP a A.;a 1                         | line 2: a sample before its TYPE: a",
                "# TYPE a gauge;a 1;# TYPE b gauge;b 1;a{x=\"\"} 2 | line 5: a family interleaved with others: a",
                "# TYPE a gauge;# TYPE b gauge;# HELP a A. | line 3: a family interleaved with others: a",
                "# TYPE a gauge;a 1;# HELP a A.          | line 3: expected HELP before the family's samples: a",
                "# TYPE a gauge;a 1;a 1                  | line 3: a second sample: a",
                "# TYPE a gauge;a{x=\"1\",y=\"\"} 1;a{y=\"\",x=\"1\"} 1 | line 3: a second sample: a{x=\"1\",y=\"\"}",
                "# TYPE a gauge;a{x=\"1\",x=\"2\"} 1     | line 2: label x stands twice: a{x=\"1\",x=\"2\"} 1",
                "# TYPE a gauge;# TYPE a gauge           | line 2: a second TYPE: a",
                "# TYPE a gouge                          | line 1: unknown type: gouge",
                "# TYPE a-b gauge                        | line 1: neither a sample nor HELP, TYPE or a remark: # TYPE a-b gauge",
                "# TYPE a gauge;a 1 1700000000000 | line 2: a timestamp or something else behind the value: a 1 1700000000000",
                "# TYPE a gauge;a 0x10   | line 2: a timestamp or something else behind the value: a 0x10",
                "# TYPE a gauge;a Infinity | line 2: expected a space and a value at column 2: a Infinity",
                "# TYPE a gauge;a{x=\"\\t\"} 1 | line 2: expected a label at column 3: a{x=\"\\t\"} 1",
                "# TYPE a gauge;a{x=\"1\" 1 | line 2: expected , or } at column 8: a{x=\"1\" 1",
            })
    void whatIsWrongIsSaidWithItsLine(String lines, String message) {
        assertEquals(message, refusal(() -> Exposition.parseText(lines.replace(';', '\n') + "\n")));
    }

    @Test
    void openMetricsMustEndInEofAndOnlyThere() {
        assertEquals("the last line is not # EOF", refusal(() -> Exposition.parseOpenMetrics("# TYPE a gauge\na 1\n")));
        assertEquals("the last line has no end", refusal(() -> Exposition.parseOpenMetrics("# EOF")));
        assertEquals(
                "line 1: neither a sample nor HELP, TYPE or a remark: # EOF",
                refusal(() -> Exposition.parseOpenMetrics("# EOF\n# EOF\n")));
        assertEquals(
                "line 2: neither a sample nor HELP, TYPE or a remark: ",
                refusal(() -> Exposition.parseOpenMetrics("# TYPE a gauge\n\na 1\n# EOF\n")));
        assertEquals(
                "line 2: a sample before its TYPE: a",
                refusal(() -> Exposition.parseOpenMetrics("# TYPE a counter\na 1\n# EOF\n")));
    }

    private static String refusal(Executable parsing) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, parsing).getMessage());
    }
}
