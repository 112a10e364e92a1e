package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every label of the catalogue has a meaning that a person approved, and the officer's page shows all of them. */
class LabelPageTest {

    private static final Path PAGE = Path.of("docs", "labels.md");
    private static final Pattern MEANINGS = Pattern.compile("(?s)\\| label \\| says .*?\\n(?=\\n)");
    private static final Pattern FAMILIES = Pattern.compile("(?s)\\| label \\| stands on .*?\\n(?=\\n)");

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

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

    /** As far as a small site goes whose exposition is compared elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"small-site.txt", "small-site.added-by-detailed.txt"})
    void whatIsShownIsWhatTheTableAllows(String exposition) throws IOException {
        Map<String, Family> families =
                Catalogue.all().stream().collect(Collectors.toMap(Family::name, family -> family));
        for (String line : Files.readAllLines(Path.of("src/test/resources/expositions", exposition))) {
            Family family = families.get(line.split("[{ ]", 2)[0]);
            if (family != null) {
                LABEL.matcher(line).results().forEach(label -> assertAllowed(family, label.group(1), label.group(2)));
            }
        }
    }

    private static void assertAllowed(Family family, String name, String value) {
        Label label = Labels.of(family, name).orElseThrow();
        boolean isAllowed = switch (label.values()) {
            case API_WORDS -> label.words().contains(value);
            case OWN_WORDS ->
                label.words().isEmpty()
                        ? value.matches("[a-z][a-z0-9_]*")
                        : label.words().contains(value);
            case BOUNDED, TECHNICAL, ID, HOST, NAME, OWN_FACTS -> true;
        };
        assertTrue(isAllowed, () -> family.name() + "{" + name + "=\"" + value + "\"}");
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
