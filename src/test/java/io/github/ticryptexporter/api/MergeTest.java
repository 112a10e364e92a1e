package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.ProjectInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes again unchanged is the object that was there before, wherever it stands; an id stands once. */
class MergeTest {

    private static final List<ProjectInfo> BEFORE =
            IntStream.range(0, 1_000).mapToObj(i -> project(i, "cui")).toList();

    @Test
    void anUnchangedListIsMadeOfTheObjectsBefore() {
        Merge<ProjectInfo> merge = after(BEFORE);
        copies(BEFORE).forEach(item -> assertTrue(merge.add(item)));

        assertSameItems(BEFORE, merge.items());
    }

    @Test
    void soIsOneInAnotherOrderAndOneWithGaps() {
        List<ProjectInfo> other = copies(BEFORE.subList(100, 900));
        Collections.shuffle(other, new Random(8));
        Merge<ProjectInfo> merge = after(BEFORE);
        other.forEach(merge::add);

        assertEquals(other, merge.items());
        merge.items().forEach(item -> assertSame(BEFORE.get(BEFORE.indexOf(item)), item));
    }

    @Test
    void whatChangedAndWhatIsNewIsTaken() {
        Merge<ProjectInfo> merge = after(BEFORE.subList(0, 3));
        List<ProjectInfo> now = List.of(project(0, "cui"), project(7, "cui"), project(1, "itar"), project(2, "cui"));
        now.forEach(merge::add);

        assertEquals(now, merge.items());
        assertSame(BEFORE.get(0), merge.items().get(0));
        assertNotSame(BEFORE.get(1), merge.items().get(2));
        assertSame(BEFORE.get(2), merge.items().get(3));
    }

    @Test
    void anIdStandsOnceBeItNewOrKnown() {
        Merge<ProjectInfo> merge = after(BEFORE.subList(0, 2));

        assertTrue(merge.add(project(0, "cui")));
        assertFalse(merge.add(project(0, "cui")));
        assertTrue(merge.add(project(7, "cui")));
        assertFalse(merge.add(project(7, "itar")));
        assertFalse(merge.add(project(0, "itar")));
        assertTrue(merge.add(project(1, "itar")));
        assertFalse(merge.add(project(1, "cui")));
        assertEquals(List.of(project(0, "cui"), project(7, "cui"), project(1, "itar")), merge.items());
    }

    @Test
    void idsOfOneHashAreToldApart() {
        Merge<ProjectInfo> merge = after(List.of());
        for (String id : List.of("AaAa", "BBBB", "AaBB", "BBAa")) {
            assertTrue(merge.add(new ProjectInfo(id, false, "")));
            assertFalse(merge.add(new ProjectInfo(id, true, "")));
        }
        assertEquals(4, merge.items().size());
    }

    private static Merge<ProjectInfo> after(List<ProjectInfo> before) {
        return new Merge<>(before, ProjectInfo::id);
    }

    private static ProjectInfo project(int number, String level) {
        return new ProjectInfo("project-" + number, number % 2 == 0, level);
    }

    private static List<ProjectInfo> copies(List<ProjectInfo> items) {
        return new ArrayList<>(items.stream()
                .map(item -> new ProjectInfo(item.id(), item.isSub(), item.securityLevel()))
                .toList());
    }

    private static void assertSameItems(List<ProjectInfo> expected, List<ProjectInfo> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), actual.get(i));
        }
    }
}
