package io.github.ticryptexporter.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The files in {@code grafana} are what the classes here make. */
class DashboardFilesTest {
    static final Path GRAFANA = Path.of("grafana");
    static final List<Dashboard> ALL = Dashboards.ALL;

    /** With {@code -Dupdate.reference=true} the file is written instead of compared. */
    @ParameterizedTest
    @FieldSource("ALL")
    void aFileIsWhatItsClassMakes(Dashboard dashboard) throws Exception {
        Path file = GRAFANA.resolve(dashboard.uid() + ".json");
        String made = Dashboards.write(dashboard);
        if (Boolean.getBoolean("update.reference")) {
            Files.createDirectories(GRAFANA);
            Files.writeString(file, made);
            return;
        }
        assertEquals(made, Files.readString(file), "run the tests with -Dupdate.reference=true and read the diff");
    }

    @Test
    void noFileIsLeftOver() throws Exception {
        try (Stream<Path> files = Files.list(GRAFANA)) {
            assertEquals(
                    ALL.stream()
                            .map(dashboard -> dashboard.uid() + ".json")
                            .sorted()
                            .toList(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .sorted()
                            .toList());
        }
    }
}
