package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.oracle.OracleSettings.AlertExemption;
import io.github.ticryptexporter.oracle.OracleSettings.Exemptions;
import io.github.ticryptexporter.oracle.OracleSettings.Findings;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever single thing an exposition gets wrong, in any family, is reported: the smallest error there could be. */
class SpoiltExpositionTest {
    private static final OracleSettings SETTINGS = Given.settings("r")
            .at(Privacy.DETAILED)
            .withHosts(HostEntry.named("a", "r").sshHost("10.0.0.1").owning(8, 64, Map.of("gpu", 1L)))
            .with(new Findings(Duration.ofMinutes(15), Map.of("r", 7L)))
            .with(new Exemptions(Set.of(), List.of(new AlertExemption("t", "SomeAlert"))));

    /** As little as makes every family have a row. */
    private static final RawSite SITE = RawSite.empty()
            .with("vms", "r", Given.answer("""
            [{'id': 'v', 'owner': 'u', 'ownerType': 'User', 'team': 'team|t', 'lastPing': 1500, 'start': 1500,
              'ssh': {'host': '10.0.0.1', 'port': 22}, 'resources': {'vcpus': 1, 'memory': 1, 'devices': {'gpu': 1}}}]
            """))
            .with("vm_configs", "r", Given.answer("[{'id': 'c', 'state': 'Starting'}]"))
            .with("vm_images", "r", Given.answer("[]"))
            .with(
                    "drives",
                    "",
                    Given.answer("[{'id': 'd', 'realmID': 'r', 'team': 'team|t', 'state': 'Initializing',"
                            + "'created': 1500, 'capacity': 1}]"))
            .with("teams", "", Given.answer("""
            [{'id': 'team|t', 'name': 'T', 'startDate': 1500, 'endDate': 1500,
              'teamQuotas': {'cores': 1, 'memory': 1, 'storage': {'drives': 1}, 'devices': {'gpu': 1}},
              'perUserQuotas': {'cores': 3}}]
            """))
            .with("projects", "", Given.answer("[{'id': 'proj|p'}]"))
            .with("users", "", Given.answer("[{'id': 'u', 'state': 'Active', 'email': 'u@example.edu'}]"))
            .with("identity_monocloud", "", RawAnswer.ofAccounts(RawAnswer.tree("[]"), Given.NOW));

    private static final Map<String, Double> TRUE = Oracle.expected(SITE, SETTINGS, Given.NOW);

    static Set<String> families() {
        return Families.all();
    }

    @Test
    void everyFamilyHasARowAndAllOfThemAreRight() {
        assertEquals(
                new TreeSet<>(Families.all()),
                TRUE.keySet().stream().map(SeriesName::nameOf).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals("", differences(TRUE));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aMissingRowIsReported(String family) {
        rows(family).forEach((series, value) -> {
            Map<String, Double> spoilt = new TreeMap<>(TRUE);
            spoilt.remove(series);
            assertReported("missing   " + series + " " + value, spoilt);
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void aWrongValueIsReported(String family) {
        // A time is wrong by one millisecond of this century, or it would pass for a rounding.
        double error = family.endsWith("_ratio") ? 1e-9 : family.endsWith("_timestamp_seconds") ? 0.001 : 1;
        rows(family).forEach((series, value) -> {
            Map<String, Double> spoilt = new TreeMap<>(TRUE);
            spoilt.put(series, value + error);
            assertReported("different " + series + " expected " + value + ", but was " + (value + error), spoilt);
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void aSurplusRowIsReported(String family) {
        String series = SeriesName.of(family, Map.of("realm", "r", "team", "t", "kind", "surplus"));
        Map<String, Double> spoilt = new TreeMap<>(TRUE);
        spoilt.put(series, 0.0);
        assertReported("surplus   " + series + " 0.0", spoilt);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aWrongLabelIsReported(String family) {
        rows(family).forEach((series, value) -> {
            Map<String, Double> spoilt = new TreeMap<>(TRUE);
            Map<String, String> labels = new TreeMap<>(SeriesName.labelsOf(series));
            labels.put("realm", "another");
            spoilt.remove(series);
            spoilt.put(SeriesName.of(family, labels), value);
            assertReported("missing   " + series + " " + value, spoilt);
            assertReported("surplus   " + SeriesName.of(family, labels) + " " + value, spoilt);
        });
    }

    private static Map<String, Double> rows(String family) {
        Map<String, Double> rows = new TreeMap<>(TRUE);
        rows.keySet().removeIf(series -> !SeriesName.nameOf(series).equals(family));
        assertFalse(rows.isEmpty(), family);
        return rows;
    }

    private static void assertReported(String line, Map<String, Double> spoilt) {
        String differences = differences(spoilt);
        assertEquals(true, differences.lines().anyMatch(line::equals), () -> line + " is not in " + differences);
    }

    private static String differences(Map<String, Double> samples) {
        Exposition exposition = new Exposition(samples, Map.of(), Map.of());
        return Comparison.differences(TRUE, exposition, Families.all());
    }
}
