package io.github.ticryptexporter.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FleetSnapshotTest {

    @Test
    void theEmptySnapshotHoldsNothing() {
        for (Api api : Api.values()) {
            boolean asksNothing = api.scope() == Api.Scope.OBJECT;
            assertEquals(asksNothing, FleetSnapshot.EMPTY.holds(api), api.label());
            assertEquals(asksNothing, FleetSnapshot.EMPTY.holds(api, "libvirt"), api.label());
        }
    }

    @Test
    void aLookUpIsHeldWhileNoQuestionIsOpen() {
        LookUpCount count = new LookUpCount(0, 1, 0, 0);
        FleetSnapshot open = FleetSnapshot.EMPTY.withLookUps(Api.PROJECT, new LookUpState(count, false));
        FleetSnapshot answered = open.withLookUps(Api.PROJECT, new LookUpState(count, true));
        assertFalse(open.holds(Api.PROJECT));
        assertTrue(open.holds(Api.TEAM_QUOTAS));
        assertTrue(answered.holds(Api.PROJECT));
    }

    @Test
    void aSiteWideRouteHoldsDataForEveryRealm() {
        FleetSnapshot fleet = Snapshots.knowing().drives().made();
        assertTrue(fleet.holds(Api.DRIVES));
        assertTrue(fleet.holds(Api.DRIVES, "libvirt"));
    }

    @Test
    void aRouteThatIsAskedPerRealmHoldsDataOnceEveryKnownRealmHasAnswered() {
        Snapshots fleet = Snapshots.knowing("a", "b").vms("a");
        assertFalse(fleet.made().holds(Api.VMS));
        assertTrue(fleet.made().holds(Api.VMS, "a"));
        assertFalse(fleet.made().holds(Api.VMS, "b"));
        assertTrue(fleet.vms("b").made().holds(Api.VMS));
    }

    @Test
    void aRealmThatIsNotKnownIsNotWaitedFor() {
        assertTrue(Snapshots.knowing("a").vms("a").vms("gone").made().holds(Api.VMS));
    }

    @Test
    void withoutAKnownRealmThereIsNoPictureOfAllRealms() {
        assertFalse(Snapshots.knowing().made().holds(Api.VMS));
    }

    @Test
    void untilTheRealmsAreSettledThereIsNoPictureOfAllRealms() {
        FleetSnapshot settled = Snapshots.knowing("a").vms("a").made();
        FleetSnapshot unsettled = settled.withSources(settled.sources(), settled.realms(), false);
        assertFalse(unsettled.holds(Api.VMS));
        assertTrue(unsettled.holds(Api.VMS, "a"));
    }

    @Test
    void staleDataIsNotHeld() {
        FleetSnapshot fleet =
                Snapshots.knowing().teams(Fleets.aTeamWithLimits()).made();
        FleetSnapshot later = fleet.with(Objects.requireNonNull(fleet.sources().get(SourceId.site(Api.TEAMS)))
                .expired());
        assertFalse(later.holds(Api.TEAMS));
        assertEquals(Optional.empty(), later.teams());
    }

    @Test
    void aSnapshotNeverChanges() {
        TreeMap<SourceId, Source<?>> sources = new TreeMap<>();
        FleetSnapshot fleet = FleetSnapshot.EMPTY.withSources(sources, new TreeSet<>(List.of("a")), true);
        sources.put(SourceId.site(Api.TEAMS), Source.unread(SourceId.site(Api.TEAMS)));
        assertEquals(Map.of(), fleet.sources());
        assertThrows(UnsupportedOperationException.class, () -> fleet.realms().add("b"));
        assertThrows(UnsupportedOperationException.class, () -> fleet.sources().clear());
        assertThrows(UnsupportedOperationException.class, () -> fleet.tallies().clear());
    }

    @Test
    void eachStepChangesItsOwnPartAlone() {
        FleetSnapshot fleet = Snapshots.knowing("a").vms("a").made();
        FleetSnapshot next = fleet.withClockSkew(Duration.ofSeconds(-3))
                .withTally(Api.VMS, tally -> tally.plusResponse(200, 0.5))
                .withTally(Api.VMS, tally -> tally.plusResponse(200, 0.5));
        assertEquals(Duration.ofSeconds(-3), next.clockSkew());
        assertEquals(
                ApiTally.NONE.plusResponse(200, 0.5).plusResponse(200, 0.5),
                next.tallies().get(Api.VMS));
        assertEquals(fleet.sources(), next.sources());
        assertEquals(fleet.realms(), next.realms());
    }

    @Test
    void theItemsOfAReadingAreACopy() {
        List<ImageInfo> images = new ArrayList<>(List.of(new ImageInfo("image-1", ImageType.LINUX, 0)));
        Reading<ImageInfo> reading = new Reading<>(images, ManualClock.START);
        images.clear();
        assertEquals(List.of(new ImageInfo("image-1", ImageType.LINUX, 0)), reading.items());
    }
}
