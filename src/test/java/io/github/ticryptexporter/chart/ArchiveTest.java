package io.github.ticryptexporter.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a link to rules and dashboards in the repository is a file in the archive that is published. */
class ArchiveTest {
    /** What one object of a cluster may take. */
    private static final int LARGEST = 1024 * 1024;

    private static final String ALL =
            "{ prometheusRule: { enabled: true }, rulesConfigMap: { enabled: true }, dashboards: { enabled: true } }";

    @TempDir
    private static Path folder;

    private static Path archive = Path.of("");

    @BeforeAll
    static void makeIt() {
        archive = Chart.archive(folder);
    }

    @Test
    void itRendersWhatTheRepositoryDoes() {
        assertEquals(Chart.renderAt(Chart.FOLDER, Chart.REQUIRED, ALL), Chart.renderAt(archive, Chart.REQUIRED, ALL));
    }

    @Test
    void itHoldsWhatTheChartNeedsAndNoMore() throws Exception {
        TreeSet<String> expected = new TreeSet<>(List.of(
                "Chart.yaml",
                "values.yaml",
                "values.schema.json",
                "README.md",
                ".helmignore",
                "files/thresholds.yaml",
                "files/rules/ticrypt-records.yaml",
                "files/rules/ticrypt-alerts.yaml",
                "files/rules/ticrypt-optional.yaml"));
        DashboardsTest.committed().keySet().forEach(dashboard -> expected.add("files/dashboards/" + dashboard));

        String listed = Tool.of(Tool.require("tar"), "-tzf", archive.toString())
                .judge("")
                .output();

        assertEquals(
                expected,
                listed.lines()
                        .map(line -> line.replaceFirst("^ticrypt-exporter/", ""))
                        .filter(line -> !line.startsWith("templates/"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Helm keeps it in a Secret, with what it rendered. */
    @Test
    void itFitsIntoARelease() throws Exception {
        assertTrue(
                Files.size(archive) < LARGEST / 4,
                () -> "it has grown: " + archive.toFile().length());
    }

    /** Git writes a link's target as text where a system has no links. */
    @Test
    void aCheckoutWithoutLinksIsRefused(@TempDir Path checkout) throws Exception {
        Tool.of(Tool.require("cp"), "-r", Chart.FOLDER + "/.", checkout.toString())
                .judge("");
        for (String link : List.of("dashboards", "rules", "thresholds.yaml")) {
            Path file = checkout.resolve("files").resolve(link);
            String target = Files.readSymbolicLink(file).toString();
            Files.delete(file);
            Files.writeString(file, target);
        }

        for (String value : List.of("dashboards", "prometheusRule")) {
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> Chart.renderAt(checkout, Chart.REQUIRED, "{ " + value + ": { enabled: true } }"));
            assertTrue(
                    String.valueOf(refusal.getMessage())
                            .startsWith("files: the chart's rules and dashboards are missing"),
                    refusal.getMessage());
        }
    }
}
