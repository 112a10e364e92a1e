package io.github.ticryptexporter.rules;

import java.util.Set;

/**
 * The rules with one change that a test should notice.
 *
 * @param name what was changed, one line
 * @param subjects the names of the rules that were changed
 */
record Mutant(Kind kind, String name, Set<String> subjects, Rules rules) {

    /** What a mutant changes. */
    enum Kind {
        THRESHOLD("thresholds"),
        DURATION("for and keep_firing_for"),
        COMPARISON("comparisons"),
        GUARD("guards");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
