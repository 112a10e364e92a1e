package io.github.ticryptexporter.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.rules.Mutant.Kind;
import io.github.ticryptexporter.testing.InParallel;
import io.github.ticryptexporter.testing.Tool;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each small change of the rules makes a rule test fail.
 *
 * <p>{@code mvn verify -Plong -Dit.test=MutationIT} prints the score. {@code -Dmutants=REGEX} takes those alone whose names have
 * a match of it, and prints each.
 */
class MutationIT {
    private static final Logger LOG = LoggerFactory.getLogger(MutationIT.class);
    private static final String NO_WHOLE_SECONDS = "a line through points does not end in a whole number of seconds";
    private static final double LEAST_SCORE = 0.95;

    /** One mutant of so many is in the sample. */
    private static final int SAMPLED = 20;

    /** By the beginning of their names, mutants that no rule test can notice. They count as survivors in the score. */
    private static final Map<String, String> EQUIVALENT = Map.of(
            "rules.interval: ", "promtool evaluates each group at the interval of the test",
            "rules.forecast_interval: ", "as above",
            "TicryptTeamStorageForecast (warning): stion:seconds_long_fit[3600s]) < ", NO_WHOLE_SECONDS,
            "TicryptTeamStorageForecast (warning): tion:seconds_short_fit[3600s]) < ", NO_WHOLE_SECONDS,
            "TicryptRealmCapacityForecast (warning): stion:seconds_long_fit[3600s]) < ", NO_WHOLE_SECONDS,
            "TicryptRealmCapacityForecast (warning): tion:seconds_short_fit[3600s]) < ", NO_WHOLE_SECONDS,
            "team_resource_type:ticrypt_team_used_per_limit:ratio_long_peak: ",
                    "of two equal peaks either is the highest");

    private static final Pattern CHOSEN = Pattern.compile(System.getProperty("mutants", ""));
    private static final List<RuleTestFile> FILES = RuleTestFile.all();
    private static final List<Mutant> CHOSEN_MUTANTS = Mutants.all().stream()
            .filter(mutant -> CHOSEN.matcher(mutant.name()).find())
            .toList();

    @TempDir
    private static Path folder;

    private final Path promtool = Tool.require("promtool");

    /** A mutant and whether a test noticed it. */
    record Outcome(Mutant mutant, boolean noticed) {
        boolean isPrinted() {
            return !noticed || !CHOSEN.pattern().isEmpty();
        }

        String line() {
            return (noticed ? "\n  noticed: " : "\n  SURVIVED: ")
                    + mutant.name()
                    + reason().map(" -- "::concat).orElse("");
        }

        Optional<String> reason() {
            return EQUIVALENT.entrySet().stream()
                    .filter(equivalent -> mutant.name().startsWith(equivalent.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    @Test
    @Tag("long")
    void aSmallChangeOfTheRulesIsNoticed() {
        List<Outcome> outcomes = judged(CHOSEN_MUTANTS);

        Score tuned = score(outcomes, Set.of(Kind.THRESHOLD, Kind.DURATION));
        Score all = score(outcomes, Set.of(Kind.values()));
        LOG.info(
                "mutation score {}, of thresholds and durations {}{}{}",
                all,
                tuned,
                Stream.of(Kind.values())
                        .map(kind -> "\n  " + kind + " " + score(outcomes, Set.of(kind)))
                        .collect(Collectors.joining()),
                outcomes.stream().filter(Outcome::isPrinted).map(Outcome::line).collect(Collectors.joining()));
        assertEquals(List.of(), unexplained(outcomes));
        assertTrue(tuned.share() >= LEAST_SCORE, "thresholds and durations: " + tuned);
        assertTrue(all.share() >= LEAST_SCORE, "all: " + all);
    }

    @Test
    @Tag("e2e")
    void aSampleOfSmallChangesIsNoticed() {
        List<Mutant> sample = IntStream.range(0, CHOSEN_MUTANTS.size())
                .filter(number -> number % SAMPLED == 0)
                .mapToObj(CHOSEN_MUTANTS::get)
                .toList();
        assertEquals(List.of(), unexplained(judged(sample)));
    }

    /** What is noticed has to be the mutant, and not that its rules were chosen from many. */
    @Test
    @Tag("long")
    void noFileFailsWithoutAMutant() {
        Rules rules = Rules.shipped();
        assertEquals(
                List.of(),
                InParallel.map(FILES, file -> fails(rules, file) ? file.subject() : "").stream()
                        .filter(failing -> !failing.isEmpty())
                        .toList());
    }

    private List<Outcome> judged(List<Mutant> mutants) {
        allAreRules(mutants);
        return InParallel.map(mutants, mutant -> new Outcome(mutant, isNoticed(mutant)));
    }

    private static List<String> unexplained(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.noticed() && outcome.reason().isEmpty())
                .map(outcome -> outcome.mutant().name())
                .toList();
    }

    /** A mutant that Prometheus cannot load would be noticed by any test. */
    private void allAreRules(List<Mutant> mutants) {
        String[] arguments = Stream.concat(
                        Stream.of("check", "rules"),
                        mutants.stream()
                                .flatMap(mutant -> RuleFilesTest.NAMES.stream()
                                        .map(TestBed.rules(folder, mutant.rules())::resolve)
                                        .map(Path::toString)))
                .toArray(String[]::new);
        Tool.Verdict verdict = Tool.of(promtool, arguments).judge("");
        assertTrue(verdict.accepted(), verdict.output());
    }

    private boolean isNoticed(Mutant mutant) {
        Set<String> concerned = mutant.rules().readersOf(mutant.subjects());
        return FILES.stream()
                .filter(file -> concerned.stream().anyMatch(file::names))
                .sorted(Comparator.comparing(file -> !mutant.subjects().contains(file.subject())))
                .anyMatch(file -> fails(mutant.rules(), file));
    }

    private boolean fails(Rules rules, RuleTestFile file) {
        Path test = TestBed.test(folder, rules, file);
        return !Tool.of(promtool, "test", "rules", test.toString()).judge("").accepted();
    }

    /** How many of the mutants were noticed. */
    record Score(long noticed, long of) {
        double share() {
            return of == 0 ? 1 : (double) noticed / of;
        }

        @Override
        public String toString() {
            return "%.3f (%d of %d)".formatted(share(), noticed, of);
        }
    }

    private static Score score(List<Outcome> outcomes, Set<Kind> kinds) {
        List<Outcome> those = outcomes.stream()
                .filter(outcome -> kinds.contains(outcome.mutant().kind()))
                .toList();
        return new Score(those.stream().filter(Outcome::noticed).count(), those.size());
    }
}
