package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.ticryptexporter.promql.Promql;
import io.github.ticryptexporter.promql.PromqlReader;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert has a page that whoever is on call can act by, and nothing on it points to what there is not. */
class RunbookTest {

    private static final List<String> HEADINGS = List.of(
            "Meaning",
            "Impact",
            "Is the alert true?",
            "Diagnosis",
            "Mitigation",
            "False positives and tuning",
            "Silence or exempt",
            "Escalation",
            "Related",
            "Tuning log");

    private static final Set<String> DASHBOARDS = Set.of(
            "ticrypt-overview",
            "ticrypt-hosts",
            "ticrypt-teams",
            "ticrypt-team",
            "ticrypt-lifecycle",
            "ticrypt-exporter");

    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");
    private static final Pattern MATCHER = Pattern.compile("[ '](\\w+)=~?");
    private static final Path EXAMPLE = Path.of("src/main/resources/assets/ticrypt-exporter.example.yaml");

    private static final KnownNames NAMES = new KnownNames();
    private static final List<Rule> ALERTS = Rules.shipped().alerts();
    private static final SortedMap<String, String> THRESHOLDS = new TreeMap<>();
    private static final Set<String> SETTINGS = new TreeSet<>();

    @BeforeAll
    static void readSettings() throws Exception {
        THRESHOLDS.putAll(RuleFilesTest.shipped().values());
        SETTINGS.addAll(THRESHOLDS.keySet());
        SETTINGS.addAll(configurationKeys());
    }

    static List<Runbook> pages() {
        return Runbook.all();
    }

    /** And what is about no single alert. */
    static Stream<Runbook> allPages() {
        return Stream.concat(
                pages().stream(), Stream.of(Runbook.COMMON, AlertTableTest.PAGE).map(Runbook::at));
    }

    @Test
    void everyAlertHasAPageAndEveryPageAnAlert() {
        Set<String> alerts = new TreeSet<>();
        ALERTS.forEach(alert -> alerts.add(alert.name()));
        Set<String> pages = new TreeSet<>();
        pages().forEach(page -> pages.add(page.alert()));

        assertEquals(alerts, pages);
    }

    @Test
    void everyAlertLeadsToItsPage() {
        for (Rule alert : ALERTS) {
            assertTrue(alert.annotation("runbook_url").endsWith("/runbooks/" + alert.name() + ".md"), alert.name());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasTheTenHeadingsAndSomethingBelowEach(Runbook page) {
        assertTrue(page.text().startsWith("# " + page.alert() + "\n"), page.alert());
        assertEquals(HEADINGS, page.sections().stream().map(Map.Entry::getKey).toList());
        page.sections().forEach(section -> assertTrue(!section.getValue().isEmpty(), section.getKey()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whetherTheAlertIsTrueIsAskedOfFreshnessAndByTwoQueries(Runbook page) {
        String truth = page.section("Is the alert true?");

        assertTrue(truth.contains("(README.md#is-the-data-fresh)"), truth);
        assertTrue(Runbook.queriesIn(truth).size() >= 2, truth);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatNeverToDoIsSaid(Runbook page) {
        assertTrue(page.section("Mitigation").matches("(?s).*\nNever\\b.*"), page.alert());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aSilenceNamesTheAlertAndTheEscalationItsOwner(Runbook page) {
        assertTrue(page.section("Silence or exempt").contains("alertname=" + page.alert()), page.alert());
        for (Rule alert : rulesOf(page)) {
            assertTrue(page.section("Escalation").matches("(?s).*\\b" + alert.label("owner") + "\\b.*"), page.alert());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aSilenceNamesLabelsThatTheAlertHas(Runbook page) {
        Set<String> labels = new TreeSet<>(Set.of("alertname", "severity", "owner"));
        for (Rule alert : rulesOf(page)) {
            labels.addAll(NAMES.labelsOf(alert.expression().text()));
        }

        page.section("Silence or exempt")
                .lines()
                .filter(line -> line.startsWith("amtool silence"))
                .flatMap(line -> MATCHER.matcher(line).results())
                .forEach(matcher -> assertTrue(labels.contains(matcher.group(1)), page + ": " + matcher.group(1)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theDashboardOfTheAlertIsLinked(Runbook page) {
        for (Rule alert : rulesOf(page)) {
            String board = alert.annotation("dashboard_url").replaceFirst(".*/d/([\\w-]+).*", "/d/$1");
            assertTrue(page.section("Related").contains("(" + board + ")"), page + " without " + board);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theTuningLogSaysWhatTheFirstValuesRestOn(Runbook page) {
        List<String> log = page.section("Tuning log").lines().toList();

        assertEquals(List.of("| date | change | why |", "|---|---|---|"), log.subList(0, 2));
        assertTrue(log.get(2).matches("\\| \\d{4}-\\d\\d-\\d\\d \\| \\S.* \\| \\S.* \\|"), log.toString());
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void everyLinkLeadsSomewhere(Runbook page) {
        for (String link : page.links()) {
            assertTrue(leadsSomewhere(page.file(), link), page + ": " + link);
        }
    }

    private static boolean leadsSomewhere(Path from, String link) {
        if (link.startsWith("/d/")) {
            return DASHBOARDS.contains(link.substring("/d/".length()));
        }
        String[] parts = link.split("#", 2);
        Path file = from.resolveSibling(parts[0]).normalize();
        boolean isShipped = file.startsWith(RuleFilesTest.ALERTS) && Files.isRegularFile(file);
        return isShipped && (parts.length < 2 || Runbook.at(file).anchors().contains(parts[1]));
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void everyMetricAndLabelExists(Runbook page) {
        List<String> unknown = new ArrayList<>(NAMES.unknownIn(page.text()));
        page.queries().forEach((name, query) -> unknown.addAll(NAMES.unknownInQuery(query)));

        assertEquals(List.of(), unknown);
    }

    @Test
    void everyQueryCanBePasted() throws Exception {
        Path promtool = Tool.require("promtool");
        Path file = Files.createTempFile("queries", ".yaml");
        try {
            Files.writeString(file, asRules(allPages()));
            Tool.Verdict verdict = Tool.of(promtool, "check", "rules", "--lint=none", file.toString())
                    .judge("");
            assertEquals(0, verdict.exitCode(), verdict.output());
        } finally {
            Files.delete(file);
        }
    }

    private static String asRules(Stream<Runbook> pages) {
        Map<String, String> queries = new TreeMap<>();
        pages.forEach(page -> queries.putAll(page.queries()));
        return queries.entrySet().stream()
                .map(query -> "  - record: %s\n    expr: |-\n%s"
                        .formatted(query.getKey(), query.getValue().indent(6)))
                .collect(Collectors.joining("", "groups:\n- name: pasted\n  rules:\n", ""));
    }

    /** The series of then are others than those of now when a pod was renamed, and with two exporters there are two of each. */
    @ParameterizedTest
    @MethodSource("allPages")
    void whatIsComparedWithThePastIsAggregatedFirst(Runbook page) {
        page.queries().forEach((name, query) -> {
            Promql read = PromqlReader.read(query);
            boolean looksBack = read.all().anyMatch(Promql.Shifted.class::isInstance);
            assertEquals(List.of(), looksBack ? notAggregated(read).toList() : List.of(), name);
        });
    }

    private static Stream<String> notAggregated(Promql expression) {
        if (expression instanceof Promql.Selector selector) {
            return Stream.of(selector.metric()).filter(metric -> metric.startsWith("ticrypt_"));
        }
        boolean isAggregated = expression instanceof Promql.Aggregation aggregation && !aggregation.chooses();
        return isAggregated ? Stream.of() : expression.parts().stream().flatMap(RunbookTest::notAggregated);
    }

    /** Words such as {@code TicryptApiDown.for} and {@code poll.intervals.vms}; the first part decides that it is a setting. */
    @ParameterizedTest
    @MethodSource("allPages")
    void everySettingExists(Runbook page) {
        for (String word : page.wordsOfCode()) {
            String key = word.replaceFirst(": .*", "");
            boolean isSetting = KEY.matcher(key).matches()
                    && !key.matches(".*\\.(yaml|md|service)")
                    && isSetting(key.substring(0, key.indexOf('.')));
            assertTrue(!isSetting || isSetting(key), page + ": " + key);
            assertTrue(isSetting || !key.matches("Ticrypt\\w+\\..*"), page + ": " + key);
        }
    }

    /** Whether it is one, or a section with some. */
    private static boolean isSetting(String key) {
        return SETTINGS.contains(key) || SETTINGS.stream().anyMatch(known -> known.startsWith(key + "."));
    }

    /** Queries aside, which look at times of their own. */
    @ParameterizedTest
    @MethodSource("pages")
    void noThresholdOfTheAlertIsRepeated(Runbook page) {
        THRESHOLDS.forEach((key, value) -> {
            if (key.startsWith(page.alert() + ".") && value.matches(".*[a-z.].*")) {
                assertTrue(!page.prose().matches("(?s).*\\b" + Pattern.quote(value) + "\\b.*"), key + ": " + value);
            }
        });
    }

    private static List<Rule> rulesOf(Runbook page) {
        return ALERTS.stream().filter(rule -> rule.name().equals(page.alert())).toList();
    }

    /** The example with every setting that it shows as a comment switched on. */
    private static Set<String> configurationKeys() throws Exception {
        String all = Files.readString(EXAMPLE).replaceAll("(?m)^( *)#(?! \\S)", "$1");
        Set<String> keys = new TreeSet<>();
        collect(new ObjectMapper(new YAMLFactory()).readTree(all), "", keys);
        return keys;
    }

    private static void collect(JsonNode node, String name, Set<String> keys) {
        keys.add(name);
        node.properties()
                .forEach(entry ->
                        collect(entry.getValue(), name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), keys));
    }
}
