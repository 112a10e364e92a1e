package io.github.ticryptexporter.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong and what deserves a warning, collected so that all of it is told at once. */
final class Problems {

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void problem(String key, String text) {
        problems.add(line(key, text));
    }

    void warning(String key, String text) {
        warnings.add(line(key, text));
    }

    /** One line, whatever line breaks a key or value may contain. */
    private static String line(String key, String text) {
        return (key + ": " + text).replaceAll("\\p{Cntrl}", "?");
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** @param where what was read, for the first line of the message */
    void throwIfAny(String where) throws InvalidConfigException {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(where, problems);
        }
    }
}
