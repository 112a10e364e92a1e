package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamUseTest {

    private static final String GPU = "gpu-nvidia";

    @Test
    void theVmsOfATeamAreSummed() {
        var use = TeamUse.ofVms(
                List.of(
                        vm("a").takes(4, 8, Map.of(GPU, 1L)).made(),
                        vm("b").takes(2, 16, Map.of(GPU, 0L)).made(),
                        vm("c").team("proteomics").takes(1, 1, Map.of()).made()),
                Set.of());
        assertEquals(
                Map.of(
                        "genomics", new TeamUse.OfVms(2, new Use(2, 6, 24 * GIB, Map.of(GPU, 1L))),
                        "proteomics", new TeamUse.OfVms(1, new Use(1, 1, GIB, Map.of()))),
                use);
    }

    @Test
    void absurdAmountsStopAtTheLargestNumberInsteadOfTurningNegative() {
        assertEquals(Long.MAX_VALUE, Totals.sum(Long.MAX_VALUE, Long.MAX_VALUE));
        assertEquals(Long.MAX_VALUE, Totals.sum(Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, Totals.sum(Long.MAX_VALUE - 1, 1));
    }

    @Test
    void aVmOnAnExemptBrickIsListedButDoesNotCount() {
        var use = TeamUse.ofVms(
                List.of(vm("a").made(), vm("b").brick("brick-login").made()), Set.of("brick-login"));
        assertEquals(Map.of("genomics", new TeamUse.OfVms(2, new Use(1, 4, 8 * GIB, Map.of()))), use);
    }

    @Test
    void aTeamWithNothingButExemptVmsIsStillThere() {
        var use = TeamUse.ofVms(List.of(vm("b").brick("brick-login").made()), Set.of("brick-login"));
        assertEquals(Map.of("genomics", new TeamUse.OfVms(1, new Use(0, 0, 0, Map.of()))), use);
    }

    @Test
    void aVmWithoutATeamBelongsToNone() {
        assertEquals(Map.of(), TeamUse.ofVms(List.of(vm("a").team(null).made()), Set.of()));
    }

    @Test
    void theDrivesOfATeamAreCountedByStateAndSummed() {
        var use = TeamUse.ofDrives(List.of(
                Fleets.aReadyDrive("a"),
                Fleets.aReadyDrive("b"),
                Drives.drive("c")
                        .holds(5)
                        .state(DriveState.TRANSFERRING)
                        .in("libvirt2")
                        .made(),
                Fleets.aDriveIn(REALM)));
        assertEquals(
                Map.of(
                        "genomics",
                        new TeamUse.OfDrives(Map.of(DriveState.READY, 2L, DriveState.TRANSFERRING, 1L), 205 * GIB)),
                use);
    }

    @Test
    void theVmsOfAllRealmsCountTowardsATeam() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vm("a").made())
                .vms("libvirt2", vm("b").made())
                .made();
        Findings findings = Findings.of(fleet, FindingSettings.DEFAULT);
        assertEquals(Map.of("genomics", new TeamUse.OfVms(2, new Use(2, 8, 16 * GIB, Map.of()))), findings.teamVms());
    }

    @Test
    void aRealmThatIsNoLongerKnownCountsTowardsNothing() {
        var fleet = Snapshots.knowing(REALM).vms("libvirt2", vm("b").made()).made();
        Findings findings = Findings.of(fleet, FindingSettings.DEFAULT);
        assertEquals(Map.of(), findings.teamVms());
        assertEquals(Set.of(), findings.realms().keySet());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void anOvercommitmentThatIsNoPositiveNumberIsRefused(double overcommit) {
        FindingSettings base = FindingSettings.DEFAULT;
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new FindingSettings(List.of(), true, overcommit, base.silentAfter(), Map.of(), Set.of()));
        assertEquals("vcpuOvercommit: expected a number above 0, but was " + overcommit, refusal.getMessage());
    }
}
