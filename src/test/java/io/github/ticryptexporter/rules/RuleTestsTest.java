package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rule tests hold on every Prometheus that counts, and on a second implementation of its language. */
class RuleTestsTest {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTestsTest.class);
    private static final String PATH = "the path";

    private static final List<RuleTestFile> FILES = RuleTestFile.all();
    private static final Rules RULES = Rules.with(Rules.shippedThresholds());

    @TempDir
    private static Path folder;

    /** 2.42 on the path of Debian 12, 2.53 in trixie, 3.x in forky. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, "trixie", "forky"})
    void everyRuleTestHoldsOnPromtoolOf(String suite) {
        Path promtool = suite.equals(PATH) ? Tool.require("promtool") : Tool.requireFrom(suite, "promtool");

        holds(Tool.of(promtool, arguments("", FILES, "test", "rules")));

        log(Tool.of(promtool, "--version")
                .judge("")
                .output()
                .lines()
                .findFirst()
                .orElseThrow());
    }

    /** vmalert's tool reads the same files once the word for its language is another. */
    @Test
    void everyRuleTestHoldsOnVmalert() {
        Path tool = Tool.requireFrom("forky", "vmalert-tool");
        List<RuleTestFile> files = FILES.stream()
                .map(file -> file.with(file.text().replace("promql_expr_test", "metricsql_expr_test")))
                .toList();

        holds(Tool.of(tool, arguments("--files=", files, "unittest", "--disableAlertgroupLabel")));

        log("forky's vmalert-tool");
    }

    /** Prometheus takes the groups of a test in no order unless it is told one, and alerts come after what they read. */
    @ParameterizedTest
    @FieldSource("FILES")
    void recordsComeBeforeAlerts(RuleTestFile file) {
        assertEquals(
                List.of("ticrypt-records", "ticrypt-forecasts"),
                file.order().stream().limit(2).toList());
    }

    private static String[] arguments(String prefix, List<RuleTestFile> files, String... command) {
        Stream<String> tests = files.stream().map(file -> prefix + TestBed.test(folder, RULES, file));
        return Stream.concat(Stream.of(command), tests).toArray(String[]::new);
    }

    private static void holds(Tool tests) {
        Tool.Verdict verdict = tests.judge("");
        assertTrue(verdict.accepted(), verdict.output());
    }

    private static void log(String judge) {
        LOG.info(
                "{}: {} files, {} tests hold",
                judge,
                FILES.size(),
                FILES.stream().mapToInt(file -> file.tests().size()).sum());
    }
}
