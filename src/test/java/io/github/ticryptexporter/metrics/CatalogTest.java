package io.github.ticryptexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds code, documentation, dashboards, rules and chart to one list of metric names and labels. */
class CatalogTest {

    private static final Path REFERENCE = Path.of("docs", "metrics.md");
    private static final Pattern TABLE = Pattern.compile("(?s)\\| name \\| type .*");
    /** What a colon stands beside is recorded by a rule. */
    private static final Pattern METRIC = Pattern.compile("(?<![\\w:])ticrypt_[a-z0-9_]+\\b(?!:)");

    static Stream<Family> families() {
        return Catalogue.all().stream();
    }

    @Test
    void noTwoFamiliesShareAName() {
        Set<String> names = new HashSet<>();
        Catalogue.all().forEach(family -> assertTrue(names.add(family.name()), family.name()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aNameFollowsThePrometheusConventions(Family family) {
        String name = family.name();
        assertTrue(name.matches("ticrypt_[a-z0-9]+(_[a-z0-9]+)*"), name);
        assertEquals(family.type() == FamilyType.COUNTER, name.endsWith("_total"), name);
        assertEquals(family.type() == FamilyType.INFO, name.endsWith("_info"), name);
        assertTrue(!name.matches(".*_(ms|millis|milliseconds|kib|mib|gib|percent|minutes|hours|days)(_.*)?"), name);
        assertTrue(!name.matches(".*_(count|sum|bucket|created)"), name);
    }

    @ParameterizedTest
    @MethodSource("families")
    void helpIsOneSentenceThatNamesWhatWasPolled(Family family) {
        assertTrue(family.help().matches("[A-Zv].*[^.]\\."), family.help());
        assertTrue(family.help().indexOf(". ") < 0, family.help());
        assertTrue(family.help().contains("poll"), family.help());
    }

    @ParameterizedTest
    @MethodSource("families")
    void everySourceIsNamed(Family family) {
        assertTrue(!family.source().isEmpty(), family.name());
    }

    /** What is promised to users and what is not yet: a family that leaves this list is promised from then on. */
    @Test
    void whatIsNotPromisedYetIsKnownByName() {
        assertEquals(
                List.of(
                        "ticrypt_exporter_lookups_total",
                        "ticrypt_exporter_lookup_entries",
                        "ticrypt_exporter_lookup_evictions_total",
                        "ticrypt_exporter_publish_failures_total",
                        "ticrypt_exporter_web_open"),
                Catalogue.all().stream()
                        .filter(family -> family.stability() == Family.Stability.EXPERIMENTAL)
                        .map(Family::name)
                        .toList());
    }

    /** With {@code -Dupdate.reference=true} the page is written instead of compared. */
    @Test
    void theReferencePageShowsTheCatalogue() throws IOException {
        String page = Files.readString(REFERENCE);
        Matcher table = TABLE.matcher(page);
        assertTrue(table.find(), "docs/metrics.md has no table");
        if (Boolean.getBoolean("update.reference")) {
            Files.writeString(REFERENCE, page.replace(table.group(), Reference.markdown()));
            return;
        }
        assertEquals(
                Reference.markdown(), table.group(), "run the tests with -Dupdate.reference=true and read the diff");
    }

    @Test
    void everyMetricThatDocumentsRulesAndDashboardsNameExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Family family : Catalogue.all()) {
            known.add(family.name());
            if (family.type() == FamilyType.HISTOGRAM) {
                List.of("_bucket", "_count", "_sum").forEach(suffix -> known.add(family.name() + suffix));
            }
        }
        List<String> unknown = new ArrayList<>();
        for (Path file : files()) {
            Matcher names = METRIC.matcher(Files.readString(file));
            while (names.find()) {
                if (!known.contains(names.group())) {
                    unknown.add(file + ": " + names.group());
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    private static List<Path> files() {
        return Stream.of("README.md", "docs", "grafana", "alerts", "helm")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(CatalogTest::walk)
                .filter(file -> file.toString().matches(".*\\.(md|json|ya?ml|tpl|txt)"))
                .toList();
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
