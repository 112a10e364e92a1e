package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.config.Thresholds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rule files say what templates and thresholds say, and every number stands once. */
class RuleFilesTest {
    static final Path ALERTS = Path.of("alerts");
    static final List<String> NAMES = List.of("ticrypt-records.yaml", "ticrypt-alerts.yaml", "ticrypt-optional.yaml");

    private static final Pattern PLACE = Pattern.compile("\\$\\{([\\w.]+)}");

    /** With {@code -Dupdate.reference=true} the file is written instead of compared. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void aRuleFileIsWhatItsTemplateAndTheThresholdsMake(String name) throws Exception {
        Path file = ALERTS.resolve(name);
        String made = shipped().fill(template(name));
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(file, made);
            return;
        }
        assertEquals(made, Files.readString(file), "run the tests with -Dupdate.reference=true and read the diff");
    }

    @Test
    void noThresholdIsLeftUnused() throws Exception {
        TreeSet<String> used = new TreeSet<>();
        for (String name : NAMES) {
            PLACE.matcher(template(name)).results().forEach(place -> used.add(place.group(1)));
        }
        TreeSet<String> ofRules = new TreeSet<>(shipped().values().keySet());
        ofRules.removeIf(name -> name.startsWith("dashboards."));
        assertEquals(ofRules, used);
    }

    /** 0 and 1 are in the nature of a comparison. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void noNumberStandsInATemplate(String name) throws Exception {
        String numbers = Stream.of(template(name).split("\n", -1))
                .filter(line -> !line.strip().startsWith("#"))
                .map(line -> line.replaceAll("(description|summary): .*|\\$\\{[\\w.]+}|\"[^\"]*\"", ""))
                .filter(line -> line.matches(".*\\b(?![01]\\b)\\d+.*"))
                .collect(Collectors.joining("\n"));

        assertEquals("", numbers);
    }

    static Thresholds shipped() throws Exception {
        return Thresholds.shipped(Files.readString(ALERTS.resolve("thresholds.yaml")));
    }

    static String template(String name) throws Exception {
        return Files.readString(ALERTS.resolve("templates").resolve(name));
    }
}
