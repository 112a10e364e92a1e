package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole exposition of a site in disorder, detailed, as the parsers and checkers of others read it. */
class JudgedExpositionIT {
    private static final String COUNT_SAMPLES = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            families = list(text_string_to_metric_families(sys.stdin.read()))
            print(len(families) > 50, sum(len(family.samples) for family in families) > 1000)
            """;

    private static RunningProcess demo;
    private static Web exporter;

    @BeforeAll
    static void start() throws Exception {
        demo = Jar.demo("--scale=0.2", "--scenario=drift", "--privacy.level=detailed");
        exporter = Web.ofDemo(demo).awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    @Test
    void promtoolFindsNothingToSayAboutTheText() {
        Tool promtool = Tool.of(Tool.require("promtool"), "check", "metrics");

        assertEquals(new Tool.Verdict(0, ""), promtool.judge(exporter.metrics()));
    }

    @Test
    void theNextPromtoolFindsNoSeriesTwice() {
        Tool promtool = Tool.of(Tool.requireFrom("forky", "promtool"), "check", "metrics", "--extended");

        Tool.Verdict verdict = promtool.judge(exporter.metrics());

        assertTrue(verdict.accepted(), verdict.output());
        assertFalse(verdict.output().contains("not unique"), verdict.output());
    }

    @Test
    void theReferenceParserReadsTheOpenMetrics() {
        Tool parser = Tool.of(Tool.requirePython("prometheus_client"), "-c", COUNT_SAMPLES);

        assertEquals(
                new Tool.Verdict(0, "True True\n"),
                parser.judge(exporter.get("/metrics", Web.OPENMETRICS).body()));
    }
}
