package io.github.ticryptexporter.dashboards.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The dashboards keep to every rule, but for what {@code .ci/dashboards.lint} excludes; and every rule can fail. */
class DashboardLintTest {
    static final List<Rule> RULES = Rule.ALL;
    static final List<Damage> DAMAGES = Damage.all();
    static final List<Exclusion> EXCLUSIONS = Exclusion.all();

    /** Its damage is too large for a file. */
    private static final String OF_SIZE = "size-rule";

    @ParameterizedTest
    @FieldSource("RULES")
    void aRuleHoldsOnEveryDashboard(Rule rule) {
        assertEquals(
                List.of(),
                DashboardJson.SHIPPED.stream()
                        .flatMap(page -> judged(rule, page))
                        .toList());
    }

    private static Stream<Finding> judged(Rule rule, DashboardJson page) {
        return rule.judge(page).stream()
                .filter(finding -> EXCLUSIONS.stream().noneMatch(exclusion -> exclusion.covers(finding)));
    }

    @ParameterizedTest
    @FieldSource("EXCLUSIONS")
    void anExclusionSaysWhyAndExcludesSomething(Exclusion exclusion) {
        assertNotEquals("", exclusion.reason());
        assertEquals(
                1,
                RULES.stream()
                        .filter(rule -> rule.name().equals(exclusion.rule()))
                        .flatMap(rule -> DashboardJson.SHIPPED.stream().flatMap(page -> rule.judge(page).stream()))
                        .filter(exclusion::covers)
                        .limit(1)
                        .count(),
                "it excludes nothing; take it away");
    }

    @ParameterizedTest
    @FieldSource("DAMAGES")
    void aRuleFindsWhatIsDamaged(Damage damage) throws Exception {
        DashboardJson damaged = damage.done();

        assertEquals(
                List.of(damage.finding()),
                RULES.stream()
                        .filter(rule -> rule.name().equals(damage.rule()))
                        .flatMap(rule -> judged(rule, damaged))
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void aDashboardThatNoConfigMapTakesIsFound() {
        DashboardJson large = new DashboardJson(
                DashboardJson.shipped("ticrypt-team").json().deepCopy().put("description", "x".repeat(200_000)));

        assertEquals(
                List.of("has more than the 200000 bytes that a ConfigMap takes"),
                RULES.stream()
                        .filter(rule -> rule.name().equals(OF_SIZE))
                        .flatMap(rule -> rule.judge(large).stream())
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void everyRuleHasADamage() {
        Set<String> damaged = DAMAGES.stream().map(Damage::rule).collect(Collectors.toSet());

        assertEquals(
                List.of(OF_SIZE),
                RULES.stream()
                        .map(Rule::name)
                        .filter(rule -> !damaged.contains(rule))
                        .toList());
    }

    @Test
    void aFindingSaysWhereItIs() {
        assertEquals(
                "tiCrypt / Team, panel 17 \"Left\": has no title; say more (some-rule)",
                new Finding("some-rule", "tiCrypt / Team", "Left", "17", "has no title; say more").toString());
        assertEquals(
                "tiCrypt / Team: has an id (some-rule)",
                new Finding("some-rule", "tiCrypt / Team", "", "", "has an id").toString());
    }
}
