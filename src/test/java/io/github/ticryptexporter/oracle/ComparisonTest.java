package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Set<String> TEAMS = Set.of("ticrypt_teams", "ticrypt_team_vms");

    @Test
    void agreementIsAnEmptyTextWhateverOtherFamiliesSay() {
        String exposition = """
                # TYPE ticrypt_teams gauge
                ticrypt_teams 2.0
                # TYPE ticrypt_drives gauge
                ticrypt_drives 7
                """;

        assertEquals("", Comparison.differences(Map.of("ticrypt_teams", 2.0, "ticrypt_vms", 1.0), exposition, TEAMS));
    }

    @Test
    void missingSurplusAndDifferentSeriesAreNamed() {
        String exposition = """
                # TYPE ticrypt_teams gauge
                ticrypt_teams 3
                # TYPE ticrypt_team_vms gauge
                ticrypt_team_vms{team="surplus"} 1
                """;

        assertEquals(
                """
                3 differences, 2 series expected:
                missing   ticrypt_team_vms{team="missing"} 0.0
                surplus   ticrypt_team_vms{team="surplus"} 1.0
                different ticrypt_teams expected 2.0, but was 3.0""",
                Comparison.differences(
                        Map.of("ticrypt_teams", 2.0, "ticrypt_team_vms{team=\"missing\"}", 0.0), exposition, TEAMS));
    }

    @Test
    void onlyRatiosAndTimesMayDifferByARounding() {
        String exposition = """
                # TYPE ticrypt_team_end_timestamp_seconds gauge
                ticrypt_team_end_timestamp_seconds{team="rounded"} 1900000000.1230001
                ticrypt_team_end_timestamp_seconds{team="truncated"} 1900000000.122
                # TYPE ticrypt_team_memory_used_bytes gauge
                ticrypt_team_memory_used_bytes{team="a"} 1099511627777
                """;
        Map<String, Double> expected = Map.of(
                "ticrypt_team_end_timestamp_seconds{team=\"rounded\"}", 1900000000.123,
                "ticrypt_team_end_timestamp_seconds{team=\"truncated\"}", 1900000000.123,
                "ticrypt_team_memory_used_bytes{team=\"a\"}", 1099511627776.0);

        assertEquals("""
                2 differences, 3 series expected:
                different ticrypt_team_end_timestamp_seconds{team="truncated"} expected 1.900000000123E9, but was 1.900000000122E9
                different ticrypt_team_memory_used_bytes{team="a"} expected 1.099511627776E12, but was 1.099511627777E12""", Comparison.differences(expected, exposition, Families.SECTION_5));
    }

    @Test
    void afterThirtyLinesTheRestIsOnlyCounted() {
        Map<String, Double> expected = IntStream.range(0, 32)
                .boxed()
                .collect(Collectors.toMap(
                        "ticrypt_team_vms{team=\"%02d\"}"::formatted, n -> 1.0, Double::sum, TreeMap::new));

        String differences = Comparison.differences(expected, "", TEAMS);

        assertEquals(32, differences.lines().count());
        assertEquals("... and 2 more", differences.lines().reduce("", (first, last) -> last));
    }

    @Test
    void aFamilyThatNobodyComputesCannotBeCompared() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Comparison.differences(Map.of(), "", Set.of("ticrypt_teams", "ticrypt_up")));

        assertEquals("the oracle does not compute [ticrypt_up]", refusal.getMessage());
    }
}
