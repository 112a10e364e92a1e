package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
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

    /** 2.42 on the path of Debian 12, 2.53 in trixie, 3.x in forky. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, "trixie", "forky"})
    void everyRuleTestHoldsOnPromtoolOf(String suite) {
        Path promtool = suite.equals(PATH) ? Tool.require("promtool") : Tool.requireFrom(suite, "promtool");

        Tool.Verdict verdict = Tool.of(promtool, arguments()).judge("");

        assertTrue(verdict.accepted(), verdict.output());
        log(Tool.of(promtool, "--version")
                .judge("")
                .output()
                .lines()
                .findFirst()
                .orElseThrow());
    }

    /** vmalert's tool reads the same files once the word for its language is another. */
    @Test
    void everyRuleTestHoldsOnVmalert(@TempDir Path folder) throws Exception {
        Path tool = Tool.requireFrom("forky", "vmalert-tool");
        Path tests = Files.createDirectory(folder.resolve("tests"));
        for (String name : RuleFilesTest.NAMES) {
            Files.copy(RuleFilesTest.ALERTS.resolve(name), folder.resolve(name));
        }
        for (RuleTestFile file : FILES) {
            Files.writeString(
                    tests.resolve(file.path().getFileName()),
                    Files.readString(file.path()).replace("promql_expr_test", "metricsql_expr_test"));
        }

        Tool.Verdict verdict = Tool.of(tool, "unittest", "--disableAlertgroupLabel", "--files=" + tests + "/*.yaml")
                .judge("");

        assertTrue(verdict.accepted(), verdict.output());
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

    private static String[] arguments() {
        return Stream.concat(
                        Stream.of("test", "rules"),
                        FILES.stream().map(file -> file.path().toString()))
                .toArray(String[]::new);
    }

    private static void log(String judge) {
        LOG.info(
                "{}: {} files, {} tests hold",
                judge,
                FILES.size(),
                FILES.stream().mapToInt(file -> file.tests().size()).sum());
    }
}
