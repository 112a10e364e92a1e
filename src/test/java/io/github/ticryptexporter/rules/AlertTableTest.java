package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about the alerts lists what the rule files have; what an alert means, in one line, is written by hand. */
class AlertTableTest {

    static final Path PAGE = RuleFilesTest.ALERTS.resolve("README.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[(\\w+)]\\(.*\\| (.*) \\|$");

    /** With {@code -Dupdate.reference=true} the table is written instead of compared. */
    @ParameterizedTest
    @ValueSource(strings = {"ticrypt-alerts.yaml", "ticrypt-optional.yaml"})
    void aTableListsTheAlertsOfItsFile(String file) throws Exception {
        String page = Files.readString(PAGE);
        Pattern place =
                Pattern.compile("(?s)(<!-- alerts of " + Pattern.quote(file) + " -->\\n).*?(?=\\n<!-- end -->)");
        assertTrue(place.matcher(page).find(), PAGE + " has no place for " + file);
        String expected = place.matcher(page)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + table(file, meanings(page))));
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(PAGE, expected);
            return;
        }
        assertEquals(expected, page, "run the tests with -Dupdate.reference=true and read the diff");
    }

    @Test
    void everyAlertIsGivenAMeaning() throws Exception {
        meanings(Files.readString(PAGE))
                .forEach((alert, meaning) ->
                        assertTrue(meaning.matches("\\S.{20,}"), "write one line in alerts/README.md on " + alert));
    }

    private static Map<String, String> meanings(String page) {
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), AlertTableTest::meaning, (one, other) -> one, TreeMap::new));
    }

    private static String meaning(MatchResult row) {
        return row.group(2);
    }

    private static String table(String file, Map<String, String> meanings) {
        Map<String, List<Rule>> alerts = Rules.shipped().in(file).stream()
                .collect(Collectors.groupingBy(Rule::name, LinkedHashMap::new, Collectors.toList()));
        String head = "| alert | severity | owner | for | it means |\n|---|---|---|---|---|\n";
        return alerts.entrySet().stream()
                .map(alert -> row(alert.getKey(), alert.getValue(), meanings.getOrDefault(alert.getKey(), "")))
                .collect(Collectors.joining("\n", head, ""));
    }

    private static String row(String alert, List<Rule> bands, String meaning) {
        return "| [%s](runbooks/%s.md) | %s | %s | %s | %s |"
                .formatted(
                        alert,
                        alert,
                        distinct(bands, band -> band.label("severity")),
                        distinct(bands, band -> band.label("owner")),
                        distinct(bands, band -> band.lasts().isEmpty() ? "-" : band.lasts()),
                        meaning);
    }

    private static String distinct(List<Rule> bands, Function<Rule, String> column) {
        return bands.stream().map(column).distinct().collect(Collectors.joining(", "));
    }
}
