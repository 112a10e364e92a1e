package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a simulated site to the message about it: each scenario at a site of its own, all at once, seen by the oldest
 * Prometheus and Alertmanager that count and by current ones. What the tests ask about has happened before them.
 */
@Tag("e2e")
class ScenarioAlertsIT {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioAlertsIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Map<Story, ScenarioSite> SITES = new EnumMap<>(Story.class);
    private static final Map<Release, AlertingStack> STACKS = new EnumMap<>(Release.class);
    private static final Map<Story, Course> COURSES = new EnumMap<>(Story.class);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void playAll() throws Exception {
        for (Release release : Release.values()) {
            // Or end here, before anything is started.
            release.prometheus();
            release.alertmanager();
        }
        start();
        awaitTheUsual();
        COURSES.values().forEach(Course::begin);
        try {
            Awaitility.await("all stories").atMost(PATIENCE).until(ScenarioAlertsIT::haveAllEnded);
        } catch (ConditionTimeoutException e) {
            LOG.warn("not every story came to its end: the tests say which");
        }
    }

    private static void start() throws Exception {
        for (Story story : Story.values()) {
            SITES.put(story, ScenarioSite.start(story.site(), Files.createDirectory(folder.resolve(story.site()))));
        }
        List<Path> rules = HastenedRules.in(Files.createDirectory(folder.resolve("assets")));
        for (Release release : Release.values()) {
            Path home = Files.createDirectory(folder.resolve(release.name()));
            STACKS.put(release, AlertingStack.start(release, home, rules, List.copyOf(SITES.values())));
        }
        STACKS.values().forEach(stack -> stack.awaitTargets(SITES.size()));
        SITES.forEach((story, site) -> COURSES.put(story, new Course(story, site, STACKS.values())));
    }

    /** As long as every site is calm, what all of them have comes up. */
    private static void awaitTheUsual() {
        Awaitility.await("the usual").atMost(PATIENCE).until(() -> {
            look();
            return STACKS.values().stream()
                    .allMatch(stack -> SITES.values().stream()
                            .allMatch(site -> stack.everRaised(site.name()).containsAll(Story.everywhere())));
        });
    }

    private static boolean haveAllEnded() throws Exception {
        look();
        for (Course course : COURSES.values()) {
            course.goOn();
        }
        return COURSES.values().stream().allMatch(Course::isDone);
    }

    private static void look() throws Exception {
        for (AlertingStack stack : STACKS.values()) {
            stack.look();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AlertingStack stack : STACKS.values()) {
            stack.close();
        }
        for (ScenarioSite site : SITES.values()) {
            site.close();
        }
    }

    /** And when the site is calm again, or the exporter has ended, what is to come of that has come as well. */
    @ParameterizedTest
    @EnumSource
    void aStoryIsToldToWhomItConcernsAndThenIsOver(Story story) {
        assertEquals(Set.of(), course(story).missing());
    }

    @ParameterizedTest
    @EnumSource
    void aStoryRaisesNothingElse(Story story) {
        for (AlertingStack stack : STACKS.values()) {
            Set<String> others = stack.everRaised(story.site());
            others.removeAll(story.allowed());
            assertEquals(Set.of(), others, story::site);
        }
    }

    /** But for digests, which do not say so. */
    @ParameterizedTest
    @EnumSource(names = "STOPPED", mode = EnumSource.Mode.EXCLUDE)
    void whoWasToldIsToldThatItIsOver(Story story) {
        String told = story.raises
                .lines()
                .filter(line -> !line.endsWith("(quiet)") && !line.endsWith("ticrypt-digest"))
                .collect(Collectors.joining("\n"));
        for (AlertingStack stack : STACKS.values()) {
            Awaitility.await(told)
                    .until(() -> stack.webhooks()
                            .toldOver(story.site())
                            .containsAll(told.lines().toList()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHeartbeatIsHeard(Release release) {
        AlertingStack stack = STACKS.get(release);
        Awaitility.await("heartbeat")
                .until(() ->
                        stack != null && stack.webhooks().told("").contains("TicryptWatchdog none ticrypt-heartbeat"));
    }

    private static Course course(Story story) {
        Course course = COURSES.get(story);
        if (course == null) {
            throw new IllegalStateException(story + " has not begun");
        }
        return course;
    }
}
