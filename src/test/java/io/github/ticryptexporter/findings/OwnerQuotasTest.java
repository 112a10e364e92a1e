package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Teams.team;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.findings.OwnerQuotas.Fill;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owners of one team's VMs and drives make of its per-user limits. */
class OwnerQuotasTest {

    private static final String GPU = "gpu-nvidia";

    @Test
    void whatHasNoLimitHasNoFill() {
        assertEquals(Map.of(), fills(Quota.UNLIMITED, vm("a").made()));
    }

    @Test
    void theUseOfOneOwnerIsSummedAndTheHighestCounts() {
        assertEquals(
                Map.of("cores", new Fill(0.75, 0)),
                fills(
                        cores(8),
                        vm("a").ownedBy(OwnerType.USER, "user-1")
                                .takes(4, 8, Map.of())
                                .made(),
                        vm("b").ownedBy(OwnerType.USER, "user-1")
                                .takes(2, 8, Map.of())
                                .made(),
                        vm("c").ownedBy(OwnerType.USER, "user-2")
                                .takes(5, 8, Map.of())
                                .made()));
    }

    @ParameterizedTest
    @CsvSource({"7, 0.875, 0", "8, 1, 1", "9, 1.125, 1"})
    void whoTakesExactlyTheLimitIsAtIt(long cores, double ratio, long atLimit) {
        assertEquals(
                Map.of("cores", new Fill(ratio, atLimit)),
                fills(cores(8), vm("a").takes(cores, 1, Map.of()).made()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1"})
    void aLimitOfZeroHasNoRatioAndIsReachedByAnyUse(long cores, long atLimit) {
        assertEquals(
                Map.of("cores", new Fill(null, atLimit)),
                fills(cores(0), vm("a").takes(cores, 1, Map.of()).made()));
    }

    @Test
    void aLimitThatNobodyTakesAnythingOfIsAtZero() {
        Quota limits = new Quota(8L, GIB, Map.of("drives", GIB, "vault", GIB), Map.of(GPU, 2L));
        Fill none = new Fill(0.0, 0);
        assertEquals(
                Map.of("cores", none, "memory", none, "drives", none, "device:" + GPU, none),
                fills(Snapshots.knowing(REALM), limits));
    }

    @Test
    void everyResourceIsHeldAgainstItsOwnLimit() {
        Quota limits = new Quota(8L, 16 * GIB, Map.of("drives", 400 * GIB), Map.of(GPU, 1L, "fpga", 4L));
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("a").takes(4, 4, Map.of(GPU, 2L)).made())
                .drives(drive("d").holds(100).made())
                .teams(team("genomics").perUser(limits).made())
                .made();
        assertEquals(
                Map.of(
                        "cores",
                        new Fill(0.5, 0),
                        "memory",
                        new Fill(0.25, 0),
                        "drives",
                        new Fill(0.25, 0),
                        "device:" + GPU,
                        new Fill(2.0, 1),
                        "device:fpga",
                        new Fill(0.0, 0)),
                Findings.of(fleet, FindingSettings.DEFAULT).ownerQuotas().get("genomics"));
    }

    @Test
    void drivesAreHeldAgainstTheLimitOfTheirStorageTypeOwnerByOwner() {
        Quota limits = new Quota(null, null, Map.of("drives", 200 * GIB), Map.of());
        assertEquals(
                Map.of("drives", new Fill(1.0, 1)),
                fills(
                        limits,
                        drive("a").of("user-1").holds(150).made(),
                        drive("b").of("user-1").holds(50).in("libvirt2").made(),
                        drive("c").of("user-2").holds(199).made(),
                        drive("d").of("user-2").holds(900).team("proteomics").made(),
                        drive("e").of("user-2").holds(900).team(null).made(),
                        drive("f").of("").holds(900).made()));
    }

    @Test
    void whatAVmOfAUserOwnsIsThatUsers() {
        assertEquals(
                Map.of("cores", new Fill(1.0, 1)),
                fills(
                        cores(8),
                        vm("a").ownedBy(OwnerType.USER, "user-1")
                                .takes(4, 1, Map.of())
                                .made(),
                        vm("b").ownedBy(OwnerType.VM, "a").takes(4, 1, Map.of()).made()));
    }

    @Test
    void vmsWithoutAResolvedOwnerOrOfAnotherTeamCountForNobody() {
        assertEquals(
                Map.of("cores", new Fill(0.0, 0)),
                fills(
                        cores(1),
                        vm("a").ownedBy(OwnerType.VM, "gone").made(),
                        vm("b").ownedBy(OwnerType.UNKNOWN).made(),
                        vm("c").team("proteomics").made(),
                        vm("d").team(null).made(),
                        vm("e").withoutResources().made()));
    }

    @Test
    void vmsOnExemptBricksDoNotCountButWhatTheyOwnDoes() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("login").brick("brick-login").takes(64, 1, Map.of()).made(),
                        vm("worker")
                                .ownedBy(OwnerType.VM, "login")
                                .takes(2, 1, Map.of())
                                .made())
                .teams(team("genomics").perUser(cores(8)).made())
                .made();
        FindingSettings base = FindingSettings.DEFAULT;
        FindingSettings exempting = new FindingSettings(
                base.hosts(),
                base.natArithmetic(),
                base.vcpuOvercommit(),
                base.silentAfter(),
                base.largeVmMemoryBytes(),
                Set.of("brick-login"));
        assertEquals(
                Map.of("cores", new Fill(0.25, 0)),
                Findings.of(fleet, exempting).ownerQuotas().get("genomics"));
    }

    private static Quota cores(long limit) {
        return new Quota(limit, null, Map.of(), Map.of());
    }

    private static SortedMap<String, Fill> fills(Quota perUser, VmInfo... vms) {
        return fills(Snapshots.knowing(REALM).vms(REALM, vms), perUser);
    }

    private static SortedMap<String, Fill> fills(Quota perUser, DriveInfo... drives) {
        return fills(Snapshots.knowing(REALM).drives(drives), perUser);
    }

    private static SortedMap<String, Fill> fills(Snapshots use, Quota perUser) {
        var fleet = use.teams(team("genomics").perUser(perUser).made()).made();
        return Objects.requireNonNull(
                Findings.of(fleet, FindingSettings.DEFAULT).ownerQuotas().get("genomics"));
    }
}
