package io.github.ticryptexporter.rules.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.history.Firing;
import io.github.ticryptexporter.rules.quarter.Column.Span;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private static final RuleSet ONE_RULE = new RuleSet(List.of(
            "groups: [{ name: records, rules: [{ record: 'half:ticrypt_up:sum', expr: 'sum(ticrypt_up) / 2' }] }]",
            "groups: [{ name: alerts, rules: [{ alert: Down, expr: 'ticrypt_up == 0', for: 5m }] }]",
            "groups: []"));

    @TempDir
    Path folder;

    @Test
    void anAlertIsToldFromItsFirstMinuteToItsLast() throws Exception {
        assertEquals(
                List.of(new Firing(Map.of("alertname", "Down", "alertstate", "firing", "api", "vms"), 1_115, 1_129)),
                judge("  - { series: 'ticrypt_up{api=\"vms\"}', values: '1x109 0x19 1x100' }\n"));
    }

    /** So that what goes on into the next piece of a history is one alert. */
    @Test
    void whatIsLookedAtEachFiveMinutesFiresUntilTheNextLook() throws Exception {
        assertEquals(
                List.of(new Firing(Map.of("alertname", "Down", "alertstate", "firing", "api", "vms"), 1_115, 1_129)),
                judge(5, "  - { series: 'ticrypt_up{api=\"vms\"}', values: '1x21 0x3 1x40' }\n"));
    }

    @Test
    void whereNothingFiresNothingIsTold() throws Exception {
        assertEquals(List.of(), judge("  - { series: 'ticrypt_up{api=\"vms\"}', values: '1x300' }\n"));
    }

    /** The engine of promtool loads ten thousand samples for a query; one that asks for more finds nothing. */
    @Test
    void moreThanPromtoolCanTellIsNoSilence() {
        String storm = IntStream.range(0, 60)
                .mapToObj("  - { series: 'ticrypt_up{api=\"vms\",realm=\"r%d\"}', values: '0x300' }%n"::formatted)
                .collect(Collectors.joining());

        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> judge(storm));

        assertTrue(String.valueOf(refusal.getMessage()).contains("too many samples"));
    }

    private List<Firing> judge(String series) throws Exception {
        return judge(1, series);
    }

    private List<Firing> judge(int every, String series) throws Exception {
        return Judge.by(ONE_RULE, Tool.require("promtool"), folder, every).judge(series, new Span(1_000, 1_300), 1_060);
    }
}
