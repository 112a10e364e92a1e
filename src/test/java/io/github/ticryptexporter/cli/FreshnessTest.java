package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.exposition.SampleLine;
import io.github.ticryptexporter.fleet.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    private final List<SampleLine> samples = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "999999.5, 600, drives - 0s 10m fresh",
        "999881, 600, drives - 119s 10m fresh",
        "999400.5, 600, drives - 9m 10m fresh",
        "999400, 600, drives - 10m 10m stale",
        "1000100, 600, drives - 0s 10m fresh",
        "0, 0.5, drives - 16666m 500ms stale",
        "NaN, 600, drives - 0s 10m stale",
        "-Infinity, Infinity, drives - 16666666m 1000000000s stale",
        "999999, NaN, drives - 1s 0ms stale"
    })
    void anAgeIsJudgedAgainstWhatTheExporterWithholdsAt(double success, double staleAfter, String row) {
        source("drives", "", success);
        sample("ticrypt_stale_after_seconds", Map.of("api", "drives"), staleAfter);

        assertEquals(List.of(row), rows(Set.of(Api.DRIVES)));
    }

    @Test
    void whatTheExporterKnowsNothingOfWasNeverRead() {
        assertEquals(List.of("drives - - - never", "vms - - - never"), rows(EnumSet.of(Api.DRIVES, Api.VMS)));
    }

    @Test
    void aRouteOfRealmsHasNoSourceWhereThereIsNoRealm() {
        sample("ticrypt_stale_after_seconds", Map.of("api", "vms"), 300);

        assertEquals(List.of("vms - - 5m no realm"), rows(EnumSet.of(Api.VMS)));
        assertEquals(0, Freshness.of(samples, EnumSet.of(Api.VMS), NOW).bad());
    }

    @Test
    void lookUpsAreLeftOutForTheyRestWhileThereIsNothingToAskFor() {
        source("team_quotas", "", 0);

        assertEquals(List.of(), rows(EnumSet.of(Api.TEAM_QUOTAS, Api.PROJECT)));
    }

    @Test
    void aSourceThatIsNotInThisConfigurationIsJudgedToo() {
        sample("ticrypt_up", Map.of("api", "invented", "realm", "north"), 0);

        assertEquals(List.of("invented north - - never"), rows(Set.of()));
    }

    @Test
    void noLabelMakesTheTableAsWideAsItLikes() {
        sample("ticrypt_up", Map.of("api", "drives", "realm", "r".repeat(100_000)), 0);

        assertEquals(List.of("drives " + "r".repeat(200) + " - - never"), rows(Set.of()));
    }

    private void source(String api, String realm, double success) {
        sample("ticrypt_up", Map.of("api", api, "realm", realm), 1);
        sample("ticrypt_last_success_timestamp_seconds", Map.of("api", api, "realm", realm), success);
    }

    private void sample(String name, Map<String, String> labels, double value) {
        samples.add(new SampleLine(name, new TreeMap<>(labels), value));
    }

    /** Each without its padding. */
    private List<String> rows(Set<Api> configured) {
        return Freshness.of(samples, configured, NOW)
                .table()
                .toString()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }
}
