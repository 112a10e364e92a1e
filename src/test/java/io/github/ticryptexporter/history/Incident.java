package io.github.ticryptexporter.history;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that goes wrong, and the alerts about it.
 *
 * @param what in words
 * @param minutes for how long
 * @param act how
 * @param raises the alert that it has to raise
 * @param brings other alerts that are right about it
 */
public record Incident(String what, int minutes, Act act, Expected raises, List<Expected> brings) {
    public Incident {
        brings = List.copyOf(brings);
    }

    public static Incident of(String what, int minutes, Act act, Expected raises, Expected... brings) {
        return new Incident(what, minutes, act, raises, List.of(brings));
    }

    public boolean explains(Firing firing) {
        return Stream.concat(Stream.of(raises), brings.stream()).anyMatch(expected -> expected.matches(firing));
    }
}
