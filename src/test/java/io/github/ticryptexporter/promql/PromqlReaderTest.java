package io.github.ticryptexporter.promql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query is read as Prometheus reads it. */
class PromqlReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a - b - c                          | (a - b) - c
                    a + b * c                          | a + (b * c)
                    a ^ b ^ c                          | a ^ (b ^ c)
                    -a ^ 2                             | -(a ^ 2)
                    -a * b                             | (-a) * b
                    a / b > 1                          | (a / b) > 1
                    a > bool 0 == 1                    | (a > bool 0) == 1
                    a or b and c unless d              | a or ((b and c) unless d)
                    a and b == 0                       | a and (b == 0)
                    a * on (x) b or c                  | (a * on (x) b) or c
                    sum by (x) (a) / b                 | (sum by (x) (a)) / b
                    sum(a) by (x)                      | sum by (x) (a)
                    rate(a[5m] offset 1h)              | rate((a[5m]) offset 1h)
                    a # nothing more                   | a
                    """)
    void operatorsBindAsInPrometheus(String text, String withParentheses) {
        assertEquals(PromqlReader.read(withParentheses), PromqlReader.read(text));
    }

    @Test
    void aSelectorKeepsItsMatchersAndTheVariablesInThem() {
        assertEquals(
                new Promql.Selector(
                        "site:up:max",
                        List.of(
                                new Promql.Matcher("site", "=~", "$site"),
                                new Promql.Matcher("realm", "!=", "a{b}\\\"c"))),
                PromqlReader.read("site:up:max{site=~\"$site\", realm!=\"a{b}\\\"c\",}"));
    }

    @Test
    void aRangeMayHaveAStepOrBeAVariable() {
        assertEquals(new Promql.Range(new Promql.Selector("a", List.of()), "7d:6h"), PromqlReader.read("a[7d:6h]"));
        assertEquals(
                new Promql.Range(new Promql.Selector("a", List.of()), "$__rate_interval"),
                PromqlReader.read("a[$__rate_interval]"));
    }

    @Test
    void aVariableMayStandForANumber() {
        assertEquals(
                new Promql.Aggregation(
                        "topk",
                        true,
                        Set.of(),
                        List.of(new Promql.Literal("$topk"), new Promql.Selector("a", List.of()))),
                PromqlReader.read("topk($topk, a)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a +        | expected an expression, but was the end after "a +"
                    (a         | expected ")", but was the end after "( a"
                    a b        | expected the end, but was "b" after "a"
                    a{x=y}     | expected a text in quotes, but was "y" after "a { x ="
                    a ; b      | unknown sign at "; b"
                    """)
    void whatCannotBeReadIsToldWithWhatWasExpected(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> PromqlReader.read(text))
                        .getMessage());
    }
}
