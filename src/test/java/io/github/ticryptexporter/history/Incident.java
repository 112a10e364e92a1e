package io.github.ticryptexporter.history;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that goes wrong, and the alerts about it.
 *
 * @param what in words
 * @param minutes for how long
 * @param act how
 * @param raises the alerts that it has to raise; none for what passes too soon to be told of
 * @param brings other alerts that are right about it
 */
public record Incident(String what, int minutes, Act act, List<Expected> raises, List<Expected> brings) {
    public Incident {
        raises = List.copyOf(raises);
        brings = List.copyOf(brings);
    }

    public static Incident of(String what, int minutes, Act act, Expected raises, Expected... brings) {
        return new Incident(what, minutes, act, List.of(raises), List.of(brings));
    }

    /** Something that nobody is to hear of. */
    static Incident passing(String what, int minutes, Act act) {
        return new Incident(what, minutes, act, List.of(), List.of());
    }

    /** The same for so short a time that nobody is to hear of it. */
    Incident passingIn(int briefly) {
        String time = briefly % Minutes.HOUR == 0 ? briefly / Minutes.HOUR + " h" : briefly + " min";
        return passing(what + " for " + time, briefly, act);
    }

    /** Whether somebody is to hear of it. */
    public boolean isToBeTold() {
        return !raises.isEmpty();
    }

    public boolean explains(Firing firing) {
        return Stream.concat(raises.stream(), brings.stream()).anyMatch(expected -> expected.matches(firing));
    }
}
