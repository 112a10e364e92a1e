package io.github.ticryptexporter.rules;

import io.github.ticryptexporter.rules.RuleCase.Band;
import io.github.ticryptexporter.rules.RuleCase.Expectation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What the tests of an alert have to show of each of its severities; all but the last by a test of this name. */
enum Demand {
    FIRES,
    SILENT,
    DUPLICATE,
    OUTAGE,
    RECOVERY;

    /** Those that no test meets. */
    static Set<Demand> unmet(Band band, List<RuleCase> tests) {
        Set<Demand> unmet = EnumSet.allOf(Demand.class);
        unmet.removeIf(demand -> tests.stream().anyMatch(test -> demand.isMet(band, test)));
        return unmet;
    }

    private boolean isMet(Band band, RuleCase test) {
        List<Expectation> expected = test.expectations(band);
        return switch (this) {
            case FIRES -> isNameOf(test) && fires(expected);
            case SILENT -> isNameOf(test) && isSilent(expected);
            case DUPLICATE -> isNameOf(test) && test.hasReplicas() && fires(expected);
            case OUTAGE -> isNameOf(test) && test.hasGap() && fires(expected);
            case RECOVERY -> ends(expected);
        };
    }

    private boolean isNameOf(RuleCase test) {
        return test.isCalled(name().toLowerCase(Locale.ROOT));
    }

    private static boolean fires(List<Expectation> expected) {
        return expected.stream().anyMatch(at -> at.alerts() > 0);
    }

    private static boolean isSilent(List<Expectation> expected) {
        return expected.stream().anyMatch(at -> at.alerts() == 0);
    }

    /** Of several alerts it is enough that one does. */
    private static boolean ends(List<Expectation> expected) {
        return IntStream.range(1, expected.size())
                .anyMatch(i -> expected.get(i).alerts() < expected.get(i - 1).alerts());
    }
}
