package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.testing.InParallel;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rule tests hold on every Prometheus that counts, and on a second implementation of its language. */
@Tag("e2e")
class RuleTestsIT {
    private static final Logger LOG = LoggerFactory.getLogger(RuleTestsIT.class);
    private static final String PATH = "the path";

    private static final List<RuleTestFile> FILES = RuleTestFile.all();
    private static final Rules RULES = Rules.with(Rules.shippedThresholds());

    private static final String ROUNDING =
            "the line through its points ends in another last digit, which is a second in a text";

    /** By file, what vmalert does otherwise. */
    private static final Map<String, String> OF_PROMETHEUS_ALONE = Map.of(
            "TicryptRealmCapacityForecast", ROUNDING,
            "TicryptTeamStorageForecast", ROUNDING,
            "records-of-no-number", "VictoriaMetrics takes NaN for the absence of a sample");

    @TempDir
    private static Path folder;

    /** 2.42 on the path of Debian 12, 2.53 in trixie, 3.x in forky. */
    @ParameterizedTest
    @ValueSource(strings = {PATH, "trixie", "forky"})
    void everyRuleTestHoldsOnPromtoolOf(String suite) {
        Path promtool = suite.equals(PATH) ? Tool.require("promtool") : Tool.requireFrom(suite, "promtool");

        hold(
                FILES,
                file -> Tool.of(
                        promtool,
                        "test",
                        "rules",
                        TestBed.test(folder, RULES, file).toString()));

        log(
                Tool.of(promtool, "--version")
                        .judge("")
                        .output()
                        .lines()
                        .findFirst()
                        .orElseThrow(),
                FILES);
    }

    /**
     * vmalert's tool reads the same files once the word for its language is another. What a rule records it shows to later
     * groups alone, so rules that read each other get groups of their own.
     */
    @Test
    void ruleTestsHoldOnVmalert() {
        Path tool = Tool.requireFrom("forky", "vmalert-tool");
        Rules staged = RULES.inStages();
        String order = "group_eval_order: " + staged.groups();
        List<RuleTestFile> files = FILES.stream()
                .filter(file -> !OF_PROMETHEUS_ALONE.containsKey(file.subject()))
                .map(file -> file.with(file.text()
                        .replace("promql_expr_test", "metricsql_expr_test")
                        .replaceAll("(?m)^group_eval_order: .*$", order)))
                .toList();

        hold(
                files,
                file -> Tool.of(
                        tool, "unittest", "--disableAlertgroupLabel", "--files=" + TestBed.test(folder, staged, file)));

        OF_PROMETHEUS_ALONE.forEach((file, reason) -> LOG.info("vmalert leaves out {}: {}", file, reason));
        log("forky's vmalert-tool", files);
    }

    /** Prometheus takes the groups of a test in no order unless it is told one, and alerts come after what they read. */
    @ParameterizedTest
    @FieldSource("FILES")
    void recordsComeBeforeAlerts(RuleTestFile file) {
        assertEquals(
                List.of("ticrypt-records", "ticrypt-forecasts"),
                file.order().stream().limit(2).toList());
    }

    private static void hold(List<RuleTestFile> files, Function<RuleTestFile, Tool> judge) {
        List<RuleTestFile> longestFirst = files.stream()
                .sorted(Comparator.comparingLong(RuleTestFile::steps).reversed())
                .toList();
        List<String> failures = InParallel.map(
                        longestFirst, file -> judge.apply(file).judge(""))
                .stream()
                .filter(verdict -> !verdict.accepted())
                .map(Tool.Verdict::output)
                .toList();
        assertEquals(List.of(), failures);
    }

    private static void log(String judge, List<RuleTestFile> files) {
        int tests = files.stream().mapToInt(file -> file.tests().size()).sum();
        LOG.info("{}: {} files, {} tests hold", judge, files.size(), tests);
    }
}
