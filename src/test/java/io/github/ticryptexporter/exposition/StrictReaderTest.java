package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrictReaderTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, small-site.txt",
        "TEXT, before-the-first-answer.txt",
        "OPENMETRICS, small-site.openmetrics.txt",
    })
    void theRecordedExpositionsAreWhole(LineGrammar grammar, String file) throws IOException {
        byte[] recorded = Files.readAllBytes(Path.of("src/test/resources/expositions", file));

        assertTrue(read(grammar, recorded).size() > 50);
    }

    @Test
    void aSampleIsReadWithoutItsEscapes() {
        assertEquals(
                List.of(new SampleLine(
                        "h_bucket", new TreeMap<>(Map.of("a", "\\ \" \n }", "b", "", "le", "+Inf")), 1.5e-3)),
                read(LineGrammar.TEXT, """
                        # HELP h A "help" with \\\\ and \\n.
                        # TYPE h histogram
                        h_bucket{a="\\\\ \\" \\n }",b="",le="+Inf"} 1.5E-3
                        """));
    }

    @Test
    void textMayBeEmptyAndOpenMetricsMayNot() {
        assertEquals(List.of(), read(LineGrammar.TEXT, ""));
        assertEquals(List.of(), read(LineGrammar.OPENMETRICS, "# EOF\n"));
        assertEquals("OpenMetrics, line 1: expected # EOF", refusal(LineGrammar.OPENMETRICS, ""));
    }

    /** Lines end at semicolons here; the head of a family {@code a_b} may stand before them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // Families
                "a_b 1                                        | line 1: a sample before [HELP, TYPE]",
                "# TYPE a_b gauge;a_b 1                       | line 1: a family that HELP did not begin",
                "# HELP a_b A.;a_b 1                          | line 2, in a_b: a sample before [HELP, TYPE]",
                "HEAD # TYPE a_b gauge                        | line 3, in a_b: lines that begin a family are out of order, or one is there twice",
                "HEAD a_b 1;# TYPE a_b gauge                  | line 4, in a_b: lines that begin a family are out of order, or one is there twice",
                "# HELP a_b A.;# TYPE b gauge                 | line 2, in a_b: a family that HELP did not begin",
                "HEAD a_b 1;# HELP a_b A.                     | line 4, in a_b: a family for the second time",
                "HEAD a_b 1;# HELP c C.;# TYPE c gauge;c 1;a_b 2 | line 7, in c: a sample that does not belong to the family",
                "HEAD # HELP c C.                             | line 3, in a_b: a family without samples",
                "HEAD                                         | line 3, in a_b: a family without samples",
                "HEAD a_b_total 1                             | line 3, in a_b: a sample that does not belong to the family",
                "HEAD a_b_sum 1                               | line 3, in a_b: a sample that does not belong to the family",
                "# HELP a_b A.;# TYPE a_b info                | line 2, in a_b: a type that there is not",
                "# HELP a_b A.;# TYPE a_b gauge more          | line 2, in a_b: a type that there is not",
                "# HELP a_b \\\"                              | line 1, in a_b: a backslash before nothing to escape",
                "# HELP a_b ends in \\                        | line 1, in a_b: a backslash before nothing to escape",
                "# HELP a-b A.                                | line 1: expected ' '",
                "# HELP 1a A.                                 | line 1: expected a name",
                "# UNIT a_b b                                 | line 1: neither a sample nor one of [HELP, TYPE]",
                "# A remark that says nothing.                | line 1: neither a sample nor one of [HELP, TYPE]",
                "#                                            | line 1: expected '# '",
                "# EOF                                        | line 1: expected ' '",
                // Samples
                "HEAD a_b 1;a_b 1                             | line 4, in a_b: a second sample of one series",
                "HEAD a_b{x=\"1\"} 1;a_b{x=\"1\"} 2           | line 4, in a_b: a second sample of one series",
                "HEAD a_b{y=\"1\",x=\"2\"} 1                  | line 3, in a_b: labels out of order, or one of them twice",
                "HEAD a_b{x=\"1\",x=\"2\"} 1                  | line 3, in a_b: labels out of order, or one of them twice",
                "HEAD a_b{x:y=\"1\"} 1                        | line 3, in a_b: a colon in the name of a label",
                "HEAD a_b{le=\"1\"} 1                         | line 3, in a_b: a bound without a bucket, or none with one",
                "HEAD a_b{le=\"1\",x=\"1\"} 1                 | line 3, in a_b: a label behind the bound of a bucket",
                "HEAD a_b{x=\"\\t\"} 1                        | line 3, in a_b: a backslash before nothing to escape",
                "HEAD a_b{x=\"1} 1                            | line 3, in a_b: expected '\"'",
                "HEAD a_b{x=\"1\",} 1                         | line 3, in a_b: expected a name",
                "HEAD a_b{} 1                                 | line 3, in a_b: expected a name",
                "HEAD a_b{x=\"1\" } 1                         | line 3, in a_b: expected '}'",
                "HEAD a_b{x=1} 1                              | line 3, in a_b: expected '=\"'",
                "HEAD a_b{x=\"1\"}1                           | line 3, in a_b: expected ' '",
                "HEAD a_b  1                                  | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD a_b 1 1700000000000                     | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD a_b 0x10                                | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD a_b Infinity                            | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD a_b +1                                  | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD a_b 1.                                  | line 3, in a_b: expected a number, and nothing behind it",
                "HEAD ;a_b 1                                  | line 3, in a_b: expected a name",
            })
    void whatIsDamagedInTextIsSaidWithItsPlace(String lines, String where) {
        String text = lines.replace("HEAD ", "# HELP a_b A.;# TYPE a_b gauge;")
                .replace("HEAD", "# HELP a_b A.;# TYPE a_b gauge");

        assertEquals("text, " + where, refusal(LineGrammar.TEXT, text.replace(';', '\n') + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "# TYPE a_b gauge;# HELP a_b A.;a_b 1                    | line 4, in a_b: expected # EOF",
                "# EOF;# EOF                                             | line 2: a line behind the end",
                "# EOF;# TYPE a_b gauge                                  | line 2: a line behind the end",
                "# TYPE a_b gauge;# HELP a_b A.;# EOF                    | line 3, in a_b: a family without samples",
                "# TYPE a_b gauge;# EOF                                  | line 2, in a_b: a family without samples",
                "# TYPE a_b gauge;# UNIT a_b c                           | line 2, in a_b: a unit that the name does not end in",
                "# TYPE a_b gauge;# HELP a_b A.;# UNIT a_b b             | line 3, in a_b: lines that begin a family are out of order, or one is there twice",
                "# TYPE a_b gauge;# UNIT a_b b;a_b 1                     | line 3, in a_b: a sample before [TYPE, UNIT, HELP]",
                "# TYPE a_b gauge;# HELP a_b A \"quote\".                | line 2, in a_b: a quote without a backslash",
                "# TYPE a_b counter;# HELP a_b A.;a_b 1                  | line 3, in a_b: a sample that does not belong to the family",
                "# TYPE a_b info;# HELP a_b A.;a_b 1                     | line 3, in a_b: a sample that does not belong to the family",
                "# TYPE a_b untyped                                      | line 1, in a_b: a type that there is not",
                "# TYPE a_b histogram;# HELP a_b A.;a_b_bucket 1         | line 3, in a_b: a bound without a bucket, or none with one",
                "# TYPE a_b histogram;# HELP a_b A.;a_b_sum{le=\"1\"} 1  | line 3, in a_b: a bound without a bucket, or none with one",
                "# TYPE a_b summary;# HELP a_b A.;a_b 1                  | line 3, in a_b: a sample that does not belong to the family",
            })
    void whatIsDamagedInOpenMetricsIsSaidWithItsPlace(String lines, String where) {
        assertEquals("OpenMetrics, " + where, refusal(LineGrammar.OPENMETRICS, lines.replace(';', '\n') + "\n"));
    }

    @Test
    void theLastLineMustEnd() {
        assertEquals("text, line 1: a line without its end", refusal(LineGrammar.TEXT, "# HELP a_b A."));
        assertEquals("OpenMetrics, line 1: a line without its end", refusal(LineGrammar.OPENMETRICS, "# EOF"));
    }

    @Test
    void whatIsNotUtf8IsDamaged() {
        byte[] half = "# HELP a_b \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        DamagedExpositionException damage =
                assertThrows(DamagedExpositionException.class, () -> read(LineGrammar.TEXT, half));
        assertEquals("text, line 1: not UTF-8", damage.getMessage());
    }

    private static String refusal(LineGrammar grammar, String text) {
        return String.valueOf(assertThrows(DamagedExpositionException.class, () -> read(grammar, text))
                .getMessage());
    }

    private static List<SampleLine> read(LineGrammar grammar, String text) {
        return read(grammar, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SampleLine> read(LineGrammar grammar, byte[] bytes) {
        List<SampleLine> samples = new ArrayList<>();
        try {
            new StrictReader(grammar, samples::add).read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }
}
