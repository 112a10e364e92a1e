package io.github.ticryptexporter.rules;

import static io.github.ticryptexporter.rules.Demand.DUPLICATE;
import static io.github.ticryptexporter.rules.Demand.FIRES;
import static io.github.ticryptexporter.rules.Demand.OUTAGE;
import static io.github.ticryptexporter.rules.Demand.RECOVERY;
import static io.github.ticryptexporter.rules.Demand.SILENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.rules.RuleCase.Band;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final Band ONLY = new Band("Down", "warning", true);
    private static final Band WARNING = new Band("Down", "warning", false);
    private static final Band CRITICAL = new Band("Down", "critical", false);

    private static final String COMPLETE = """
            tests:
              - name: fires after five minutes
                input_series: [{ series: 'up{}', values: '0x9' }]
                alert_rule_test:
                  - { eval_time: 5m, alertname: Down, exp_alerts: &down [{ exp_labels: { severity: warning } }] }
              - name: silent one step before
                input_series: [{ series: 'up{}', values: '0x9' }]
                alert_rule_test: [{ eval_time: 4m, alertname: Down, exp_alerts: [] }]
              - name: duplicate exporters make one alert
                input_series:
                  - { series: 'up{site="s",instance="a"}', values: '0x9' }
                  - { series: 'up{site="s",instance="b"}', values: '1 0x8' }
                alert_rule_test: [{ eval_time: 6m, alertname: Down, exp_alerts: *down }]
              - name: outage and its end
                input_series: [{ series: 'up{}', values: '0x6 stale' }]
                promql_expr_test:
                  - eval_time: 6m
                    expr: &firing count by (severity) (ALERTS{alertname="Down",alertstate="firing"})
                    exp_samples: [{ labels: '{severity="warning"}', value: 2 }]
                  - { eval_time: 1h7m, expr: *firing, exp_samples: [{ labels: '{severity="warning"}', value: 1 }] }
            """;

    @Test
    void aFileThatShowsAllIsWhole() {
        assertEquals(Set.of(), unmet(ONLY, COMPLETE));
    }

    @Test
    void oneSeverityShowsNothingOfAnother() {
        assertEquals(Set.of(), unmet(WARNING, COMPLETE));
        assertEquals(EnumSet.complementOf(EnumSet.of(SILENT)), unmet(CRITICAL, COMPLETE));
    }

    @Test
    void aTestThatAsksAboutAnotherAlertShowsNothing() {
        assertEquals(EnumSet.allOf(Demand.class), unmet(new Band("Up", "warning", true), COMPLETE));
    }

    @Test
    void aNameAloneShowsNothing() {
        assertEquals(EnumSet.allOf(Demand.class), unmet(ONLY, """
                tests:
                  - { name: fires, input_series: [] }
                  - { name: silent, input_series: [] }
                  - { name: duplicate, input_series: [] }
                  - { name: outage, input_series: [] }
                """));
    }

    @Test
    void aTestOfAnotherNameShowsRecoveryAlone() {
        assertEquals(EnumSet.complementOf(EnumSet.of(RECOVERY)), unmet(ONLY, COMPLETE.replace("name: ", "name: it ")));
    }

    @Test
    void aTestThatFiresAsksAboutThisAlert() {
        assertEquals(Set.of(FIRES), unmet(ONLY, changed("5m, alertname: Down", "5m, alertname: Up")));
    }

    @Test
    void whatFiresAtEachTimeIsNotSilent() {
        assertEquals(Set.of(SILENT), unmet(ONLY, changed("exp_alerts: []", "exp_alerts: *down")));
    }

    @Test
    void replicasBringTheSameSeriesAndAreExpectedToFire() {
        assertEquals(Set.of(DUPLICATE), unmet(ONLY, changed("instance=\"b\"", "instance=\"a\"")));
        assertEquals(Set.of(DUPLICATE), unmet(ONLY, changed("site=\"s\",instance=\"b\"", "site=\"t\",instance=\"b\"")));
        assertEquals(Set.of(DUPLICATE), unmet(ONLY, changed("exp_alerts: *down", "exp_alerts: []")));
    }

    @Test
    void anOutageIsAGapInASeries() {
        assertEquals(Set.of(OUTAGE), unmet(ONLY, changed("0x6 stale", "0x6 1x9")));
        assertEquals(Set.of(), unmet(ONLY, changed("0x6 stale", "_x2 0x6")));
    }

    @Test
    void aRecoveryIsExpectedLaterThanTheAlert() {
        assertEquals(Set.of(RECOVERY), unmet(ONLY, changed("1h7m", "5m")));
        assertEquals(Set.of(RECOVERY), unmet(ONLY, changed("value: 1", "value: 2")));
    }

    @Test
    void aSampleWithoutASeveritySaysSomethingOfAnAlertThatHasButOne() {
        String unnamed = COMPLETE.replace("'{severity=\"warning\"}'", "'{}'");
        assertEquals(Set.of(), unmet(ONLY, unnamed));
        assertEquals(Set.of(OUTAGE, RECOVERY), unmet(WARNING, unnamed));
    }

    @Test
    void whatIsNoCountOfAlertsIsNotReadAsOne() {
        assertEquals(Set.of(OUTAGE, RECOVERY), unmet(ONLY, changed("&firing count", "&firing max")));
    }

    private static String changed(String before, String after) {
        assertEquals(1, COMPLETE.split(Pattern.quote(before), -1).length - 1, before);
        return COMPLETE.replace(before, after);
    }

    private static Set<Demand> unmet(Band band, String text) {
        return Demand.unmet(band, RuleTestFile.of(Path.of("Down.yaml"), text).tests());
    }
}
