package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ticryptexporter.rules.RuleCase.Band;
import io.github.ticryptexporter.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every alert has what whoever gets it needs, and names nothing that there is not. */
class RuleLintTest {
    private static final Rules RULES = Rules.shipped();
    static final List<Rule> ALL = RULES.all();
    static final List<Rule> ALERTS = RULES.alerts();
    private static final KnownNames NAMES = new KnownNames();

    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info", "none");
    private static final Set<String> OWNERS = Set.of("platform", "team", "security");
    private static final Set<String> OF_TARGETS = Set.of("site", "instance");

    /** By alert, what its tests cannot show. */
    private static final Map<String, Set<Demand>> IMPOSSIBLE = Map.of(
            // It fires always, so that somebody is called when it does not.
            "TicryptWatchdog", Set.of(Demand.SILENT, Demand.RECOVERY));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile(".*/d/([\\w-]+)(?:\\?(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("(?:^|&)var-(\\w+)=");
    private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern DURATION = Pattern.compile("(?m)^ +(?:keep_firing_)?for: .*$");

    @ParameterizedTest
    @FieldSource("ALERTS")
    void anAlertHasSeverityOwnerSummaryAndDescription(Rule alert) {
        assertTrue(SEVERITIES.contains(alert.label("severity")), alert.label("severity"));
        assertTrue(OWNERS.contains(alert.label("owner")), alert.label("owner"));
        for (String annotation : List.of("summary", "description")) {
            String text = alert.annotation(annotation);
            assertTrue(text.matches("[^\\n]+\\."), annotation + " is no line that ends in a full stop: " + text);
        }
    }

    @ParameterizedTest
    @FieldSource("ALERTS")
    void testsShowThatAnAlertFiresAndDoesNotWithReplicasAndInAnOutageAndEnds(Rule alert) {
        RuleTestFile file = RuleTestFile.of(RuleTestFile.FOLDER.resolve(alert.name() + ".yaml"));
        assertEquals(
                IMPOSSIBLE.getOrDefault(alert.name(), Set.of()), Demand.unmet(Band.of(alert, ALERTS), file.tests()));
    }

    @ParameterizedTest
    @FieldSource("ALERTS")
    void anAlertLinksToItsPage(Rule alert) {
        String page = alert.name() + ".md";
        assertTrue(alert.annotation("runbook_url").endsWith("/runbooks/" + page), alert.annotation("runbook_url"));
        assertTrue(Files.exists(RuleFilesTest.ALERTS.resolve("runbooks").resolve(page)), page);
    }

    @ParameterizedTest
    @FieldSource("ALERTS")
    void anAlertLinksToADashboardAndSetsVariablesThatItHas(Rule alert) throws IOException {
        Matcher link = LINK.matcher(alert.annotation("dashboard_url"));
        assertTrue(link.matches(), alert.annotation("dashboard_url"));
        Set<String> known = variables(link.group(1));
        List<String> unknown = VARIABLE.matcher(link.group(2) == null ? "" : link.group(2))
                .results()
                .map(variable -> variable.group(1))
                .filter(variable -> !known.contains(variable))
                .toList();

        assertEquals(List.of(), unknown);
        assertTrue(!known.isEmpty(), link.group(1));
    }

    /** Those of a dashboard, which a link may set. */
    private static Set<String> variables(String uid) throws IOException {
        JsonNode dashboard = JSON.readTree(Path.of("grafana", uid + ".json").toFile());
        Set<String> names = new HashSet<>();
        dashboard
                .path("templating")
                .path("list")
                .forEach(variable -> names.add(variable.path("name").asText()));
        return names;
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aRuleNamesMetricsAndLabelsThatThereAre(Rule rule) {
        assertEquals(List.of(), NAMES.unknownInQuery(rule.expression().text()));
    }

    /** A label that is not there is empty in a text, and nothing fails. */
    @ParameterizedTest
    @FieldSource("ALERTS")
    void anAnnotationNamesLabelsThatTheExpressionBrings(Rule alert) {
        Set<String> there = NAMES.labelsOf(alert.expression().text());
        List<String> lacking = LABEL.matcher(alert.content().path("annotations").toString())
                .results()
                .map(label -> label.group(1))
                .filter(label -> !OF_TARGETS.contains(label))
                .filter(label -> !there.contains(label) && alert.label(label).isEmpty())
                .toList();
        assertEquals(List.of(), lacking);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticrypt-alerts.yaml", "ticrypt-optional.yaml"})
    void eachDurationSaysWhyItIsThatLong(String name) throws Exception {
        String text = Files.readString(RuleFilesTest.ALERTS.resolve(name));
        List<String> silent = DURATION.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(line -> !line.matches(".*: \\w+ # \\w.+"))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void promtoolFindsNoFault() {
        judged(Tool.of(Tool.require("promtool"), files("check", "rules")));
        judged(Tool.of(Tool.requireFrom("trixie", "promtool"), files("check", "rules")));
        judged(Tool.of(Tool.requireFrom("forky", "promtool"), files("check", "rules", "--lint=all", "--lint-fatal")));
    }

    /** It expands the texts too. */
    @Test
    void vmalertFindsNoFault() {
        String[] rules = Stream.of(files()).map(file -> "-rule=" + file).toArray(String[]::new);
        judged(Tool.of(
                Tool.requireFrom("forky", "vmalert"),
                Stream.concat(Stream.of("-dryRun"), Stream.of(rules)).toArray(String[]::new)));
    }

    private static String[] files(String... before) {
        Stream<String> files = RuleFilesTest.NAMES.stream()
                .map(name -> RuleFilesTest.ALERTS.resolve(name).toString());
        return Stream.concat(Stream.of(before), files).toArray(String[]::new);
    }

    private static void judged(Tool tool) {
        Tool.Verdict verdict = tool.judge("");
        assertTrue(verdict.accepted(), verdict.output());
    }
}
