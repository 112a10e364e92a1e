package io.github.ticryptexporter.config;

import java.util.List;

/**
 * A configuration that is refused.
 *
 * <p>The message names what was read in its first line and has one further line for each problem: key, what was
 * expected, what was found, and the mend. No line contains a secret.
 */
public final class InvalidConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidConfigException(String where, List<String> problems) {
        super(where + ": " + count(problems.size()) + "\n" + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each, in the order in which they were found; never empty. */
    public List<String> problems() {
        return problems;
    }

    private static String count(int problems) {
        return problems == 1 ? "1 problem" : problems + " problems";
    }
}
