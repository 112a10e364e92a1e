package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Teams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Objects that the lists leave a question about are asked for one by one, and each answer is remembered. */
class LookUpTest {

    private static final SourceId DRIVES = SourceId.site(Api.DRIVES);
    private static final SourceId TEAMS = SourceId.site(Api.TEAMS);
    private static final SourceId PROJECTS = SourceId.site(Api.PROJECTS);
    private static final SourceId PROJECT = SourceId.site(Api.PROJECT);

    private static final Quota SIXTY_FOUR_CORES = new Quota(64L, null, Map.of(), Map.of());
    private static final Quota THIRTY_TWO_CORES = new Quota(32L, null, Map.of(), Map.of());
    private static final ProjectInfo HIDDEN = new ProjectInfo("proj|hidden", false, "cui");

    private final ManualClock clock = new ManualClock();
    private final FakeFleetApi api = new FakeFleetApi(clock);
    private final List<FleetSnapshot> published = new ArrayList<>();

    @Test
    void aTeamThatTheListHasWithoutQuotasIsAskedForOnce() throws Exception {
        api.lists.put(
                TEAMS,
                List.of(
                        Teams.team("old").quota(null).made(),
                        Teams.team("new").made(),
                        Teams.team("older").quota(null).made()));
        api.objects.put("team|old", SIXTY_FOUR_CORES);
        api.objects.put("team|older", THIRTY_TWO_CORES);
        Poller poller = poller(TokenKind.TEAM);
        pass(poller, Duration.ofMinutes(50));

        assertEquals(List.of("team_quotas team|old", "team_quotas team|older"), api.lookUps);
        assertEquals(
                List.of(new LookedUp<>("team|old", SIXTY_FOUR_CORES), new LookedUp<>("team|older", null))
                        .subList(0, 1),
                last().teamQuotas().subList(0, 1));
        assertTrue(last().holds(Api.TEAM_QUOTAS));
    }

    @Test
    void anAnswerIsAskedForAgainAfterAnHourAndThatThereIsNoneAfterAQuarter() throws Exception {
        listDrivesOfProjects("proj|hidden", "proj|gone");
        api.objects.put("proj|hidden", HIDDEN);
        pass(poller(TokenKind.DRIVE, TokenKind.PROJECT), Duration.ofMinutes(62));

        assertEquals(2, times("project proj|hidden"));
        assertEquals(5, times("project proj|gone"));
    }

    @Test
    void aProjectThatTheListHasIsNotAskedFor() throws Exception {
        listDrivesOfProjects("proj|listed");
        api.lists.put(PROJECTS, List.of(new ProjectInfo("proj|listed", false, "cui")));
        pass(poller(TokenKind.DRIVE, TokenKind.PROJECT), Duration.ofMinutes(5));

        assertEquals(List.of(), api.lookUps);
        assertFalse(last().sources().containsKey(PROJECT));
        assertFalse(last().tallies().containsKey(Api.PROJECT));
    }

    @Test
    void withoutTheListOfProjectsNoneIsAskedFor() throws Exception {
        listDrivesOfProjects("proj|hidden");
        api.fail(PROJECTS, FailureReason.SERVER_ERROR);
        pass(poller(TokenKind.DRIVE, TokenKind.PROJECT), Duration.ofMinutes(5));

        assertEquals(List.of(), api.lookUps);
    }

    @Test
    void aLookUpHasItsRowsFromTheFirstOneOn() throws Exception {
        listDrivesOfProjects("proj|gone");
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        pass(poller, Duration.ofSeconds(1));

        assertTrue(source(PROJECT).isUp(), "that there is no such project is an answer");
        assertEquals(
                Map.of(404, 1L),
                Objects.requireNonNull(last().tallies().get(Api.PROJECT)).responses());
        assertEquals(List.of(new LookedUp<>("proj|gone", null)), last().lookedUpProjects());
        assertTrue(last().holds(Api.PROJECT));
    }

    @Test
    void aListIsTriedNextAfterItsIntervalAndALookUpWhenThereIsSomethingToAskFor() throws Exception {
        SourceId drives = SourceId.site(Api.DRIVES);
        SourceId projects = SourceId.site(Api.PROJECTS);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        assertEquals(Map.of(drives, Duration.ZERO, projects, Duration.ZERO), poller.untilNextTry());

        listDrivesOfProjects("proj|gone");
        pass(poller, Duration.ofSeconds(30));
        assertEquals(Map.of(drives, Duration.ofSeconds(91), projects, Duration.ofSeconds(871)), poller.untilNextTry());
    }

    @Test
    void aQuestionWithoutAnAnswerIsOpenUntilATryWithBackoffSucceeds() throws Exception {
        listDrivesOfProjects("proj|hidden");
        api.objects.put("proj|hidden", HIDDEN);
        api.fail(PROJECT, FailureReason.SERVER_ERROR);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        pass(poller, Duration.ofSeconds(30));

        assertFalse(last().holds(Api.PROJECT));
        assertFalse(source(PROJECT).isUp());
        int tries = api.lookUps.size();
        assertTrue(tries >= 4 && tries <= 8, "1 s doubling, with jitter, but was " + tries + " tries");
        assertTrue(poller.isReady(), "look-ups are not waited for");

        api.heal(PROJECT);
        pass(poller, Duration.ofSeconds(60));
        assertTrue(last().holds(Api.PROJECT));
        assertEquals(List.of(new LookedUp<>("proj|hidden", HIDDEN)), last().lookedUpProjects());
    }

    @Test
    void anAnswerThatCannotBeRenewedStaysUntilStaleAfter() throws Exception {
        listDrivesOfProjects("proj|hidden");
        api.objects.put("proj|hidden", HIDDEN);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        pass(poller, Duration.ofMinutes(1));
        api.fail(PROJECT, FailureReason.SERVER_ERROR);

        pass(poller, Duration.ofHours(5));
        assertTrue(last().holds(Api.PROJECT));
        pass(poller, Duration.ofHours(1));
        assertFalse(last().holds(Api.PROJECT));
        published.stream()
                .filter(fleet -> fleet.sources().containsKey(PROJECT))
                .forEach(fleet -> assertEquals(
                        fleet.holds(Api.PROJECT),
                        fleet.lookedUpProjects().size() == 1,
                        "a question is open or answered"));
    }

    @Test
    void anAnswerThatNobodyAsksForAnyMoreIsNotHeld() throws Exception {
        listDrivesOfProjects("proj|hidden");
        api.objects.put("proj|hidden", HIDDEN);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        pass(poller, Duration.ofSeconds(1));
        listDrivesOfProjects();
        pass(poller, Duration.ofHours(20));

        assertEquals(List.of(), last().lookedUpProjects());
        assertTrue(source(PROJECT).isUp());
        assertTrue(last().holds(Api.PROJECT));
    }

    @Test
    void howWellTheMemoryServesIsCounted() throws Exception {
        listDrivesOfProjects("proj|hidden");
        api.objects.put("proj|hidden", HIDDEN);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        pass(poller, Duration.ofSeconds(1));

        LookUpCount first =
                Objects.requireNonNull(last().lookUps().get(Api.PROJECT)).count();
        assertEquals(new LookUpCount(1, 1, 0, 1), first);
        pass(poller, Duration.ofMinutes(2));
        assertEquals(
                new LookUpCount(2, 1, 0, 1),
                Objects.requireNonNull(last().lookUps().get(Api.PROJECT)).count());
    }

    @Test
    void thousandsOfQuestionsDoNotStarveTheLists() throws Exception {
        List<Object> drives = new ArrayList<>();
        for (int n = 0; n < 600; n++) {
            drives.add(Drives.drive("drive-" + n).project("proj|" + n).made());
        }
        api.lists.put(DRIVES, drives);
        Poller poller = poller(TokenKind.DRIVE, TokenKind.PROJECT);
        while (Set.copyOf(api.lookUps).size() < 600) {
            clock.advance(Duration.ofSeconds(2));
            poller.readNext();
        }
        assertEquals(600, api.lookUps.size(), "what was never answered goes before what is outdated");
        assertEquals(
                600 * 2 / 120 + 1, api.reads.stream().filter(DRIVES::equals).count());
    }

    private void listDrivesOfProjects(String... projects) {
        List<Object> drives = new ArrayList<>();
        for (String project : projects) {
            drives.add(Drives.drive("drive-of-" + project).project(project).made());
        }
        api.lists.put(DRIVES, drives);
    }

    private long times(String lookUp) {
        return api.lookUps.stream().filter(lookUp::equals).count();
    }

    private Poller poller(TokenKind first, TokenKind... rest) {
        Poller poller = new Poller(
                PollSettings.DEFAULT, Api.openedBy(EnumSet.of(first, rest)), api, published::add, clock, new Random(1));
        poller.prepare();
        return poller;
    }

    /** Lets time pass second by second, reading whatever becomes due. */
    private void pass(Poller poller, Duration duration) throws InterruptedException {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(1));
            int before;
            do {
                before = api.reads.size() + api.lookUps.size();
                poller.readNext();
            } while (api.reads.size() + api.lookUps.size() > before);
            poller.publishIfChanged();
        }
    }

    private FleetSnapshot last() {
        return published.get(published.size() - 1);
    }

    private Source<?> source(SourceId id) {
        Source<?> source = last().sources().get(id);
        assertNotNull(source, id.toString());
        return source;
    }
}
