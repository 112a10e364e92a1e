package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules that came through Helm do what they did before. A few tests of the folder {@code alerts} are enough to say so, since
 * {@link RulesTest} finds no difference.
 */
@Tag("e2e")
class RenderedRulesIT {

    @ParameterizedTest
    @ValueSource(strings = {"TicryptApiDown", "TicryptDataStale", "TicryptRealmSaturated", "records"})
    void aTestOfTheRulesHolds(String name, @TempDir Path folder) throws Exception {
        RulesTest.write(
                Chart.render(
                        "{ nameOverride: ticrypt-exporter, rulesConfigMap: { enabled: true }, rules: { optional: true } }"),
                folder);
        Path test = Files.copy(
                Path.of("alerts", "tests", name + ".yaml"),
                Files.createDirectory(folder.resolve("tests")).resolve(name + ".yaml"));

        Tool.Verdict verdict = Tool.of(Tool.require("promtool"), "test", "rules", test.toString())
                .judge("");

        assertTrue(verdict.accepted(), verdict.output());
    }
}
