package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every label of the catalogue has a meaning that a person approved, and the officer's page shows all of them. */
class LabelPageTest {

    private static final Path PAGE = Path.of("docs", "labels.md");
    private static final Pattern MEANINGS = Pattern.compile("(?s)\\| label \\| says .*?\\n(?=\\n)");
    private static final Pattern FAMILIES = Pattern.compile("(?s)\\| label \\| stands on .*?\\n(?=\\n)");

    static List<Family> families() {
        return Catalogue.all();
    }

    static List<Label> labels() {
        return Labels.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyLabelOfAFamilyIsApproved(Family family) {
        family.labels().forEach(name -> assertTrue(Labels.of(family, name).isPresent(), family.name() + ": " + name));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void noApprovedLabelIsWithoutUse(Label label) {
        assertTrue(!Labels.families(label).isEmpty(), label.toString());
        assertTrue(
                Labels.families(label).stream().map(Family::name).toList().containsAll(label.families()),
                label.toString());
    }

    @Test
    void noNameMeansTwoThingsAtOnePlace() {
        long general =
                Labels.all().stream().filter(label -> !label.isParticular()).count();
        assertEquals(
                general,
                Labels.all().stream()
                        .filter(label -> !label.isParticular())
                        .map(Label::name)
                        .distinct()
                        .count());
        for (Family family : Catalogue.all()) {
            long particular = Labels.all().stream()
                    .filter(label -> label.families().contains(family.name()))
                    .map(Label::name)
                    .distinct()
                    .count();
            assertEquals(
                    particular,
                    Labels.all().stream()
                            .filter(label -> label.families().contains(family.name()))
                            .count(),
                    family.name());
        }
    }

    /** With {@code -Dupdate.reference=true} the page is written instead of compared. */
    @Test
    void theOfficersPageShowsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        String expected =
                replaced(replaced(page, MEANINGS, LabelReference.meanings()), FAMILIES, LabelReference.families());
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page, "run the tests with -Dupdate.reference=true and read the diff");
        }
    }

    private static String replaced(String page, Pattern table, String current) {
        assertTrue(table.matcher(page).find(), PAGE + " has no table like " + table);
        return table.matcher(page).replaceFirst(Matcher.quoteReplacement(current));
    }
}
