package io.github.ticryptexporter.endtoend;

import io.github.ticryptexporter.simulator.Scenario;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** How far a story has come: it goes on when everybody who is to be told of it has been told, and the rest is quiet. */
final class Course {
    /** For ten minutes, within a moment. */
    private static final Duration BUSY_SPELL = Duration.ofMinutes(10);

    private final Story story;
    private final ScenarioSite site;
    private final Collection<AlertingStack> stacks;
    private Phase phase = Phase.BEFORE;

    Course(Story story, ScenarioSite site, Collection<AlertingStack> stacks) {
        this.story = story;
        this.site = site;
        this.stacks = stacks;
    }

    private enum Phase {
        BEFORE,
        RAISING,
        ENDING,
        DONE
    }

    void begin() {
        site.play(story.scenario);
        if (story == Story.BUSY) {
            site.pass(BUSY_SPELL);
        }
        phase = Phase.RAISING;
    }

    /** Goes on if nothing is missing for it, at the latest look of the stacks. */
    void goOn() throws InterruptedException {
        if (!missing().isEmpty()) {
            return;
        }
        if (phase == Phase.RAISING) {
            end();
            phase = Phase.ENDING;
        } else {
            phase = Phase.DONE;
        }
    }

    private void end() throws InterruptedException {
        if (story == Story.STOPPED) {
            site.stopExporter();
        } else {
            site.play(Scenario.CALM);
        }
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /** What has to happen before the story goes on, or what is still firing that should be over. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (AlertingStack stack : stacks) {
            missing.addAll(
                    switch (phase) {
                        case BEFORE -> Set.of();
                        case RAISING -> stack.missing(site.name(), story.raises);
                        case ENDING ->
                            story == Story.STOPPED ? stack.missing(site.name(), Story.AFTER_THE_END) : rest(stack);
                        case DONE -> Set.of();
                    });
        }
        return missing;
    }

    private Set<String> rest(AlertingStack stack) {
        Set<String> rest = stack.firing(site.name());
        rest.removeAll(Story.everywhere());
        return rest;
    }
}
