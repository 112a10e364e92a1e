package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.findings.DanglingReference.DRIVE_OWNER;
import static io.github.ticryptexporter.findings.DanglingReference.DRIVE_PROJECT;
import static io.github.ticryptexporter.findings.DanglingReference.DRIVE_TEAM;
import static io.github.ticryptexporter.findings.DanglingReference.VM_CONFIG;
import static io.github.ticryptexporter.findings.DanglingReference.VM_DRIVE;
import static io.github.ticryptexporter.findings.DanglingReference.VM_OWNER;
import static io.github.ticryptexporter.findings.DanglingReference.VM_PROJECT;
import static io.github.ticryptexporter.findings.DanglingReference.VM_TEAM;
import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Teams.team;
import static io.github.ticryptexporter.testing.Users.user;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References to objects that no list has, one kind at a time. */
class ReferencesTest {

    private static final ProjectInfo HIDDEN = new ProjectInfo("proj|hidden", false, "cui");

    @Test
    void whatIsListedAndWhatRefersToNothingDoesNotDangle() {
        assertEquals(
                Map.of(),
                dangling(site().drives(
                                drive("drive-1").project("proj|listed").made(),
                                drive("drive-2").of("").team(null).made())
                        .vms(
                                REALM,
                                vm("vm-1")
                                        .project("proj|listed")
                                        .with("drive-1")
                                        .from("config-1")
                                        .made(),
                                vm("vm-2")
                                        .ownedBy(OwnerType.USER, "")
                                        .team(null)
                                        .from(null)
                                        .made())
                        .made()));
    }

    @Test
    void objectsOfDrivesAreCounted() {
        assertEquals(
                Map.of(DRIVE_OWNER, 2L),
                dangling(
                        with(drive("a").of("gone").made(), drive("b").of("gone").made())));
        assertEquals(
                Map.of(DRIVE_TEAM, 1L), dangling(with(drive("a").team("gone").made())));
    }

    @Test
    void aDriveOfARealmThatIsNotKnownIsOneOfTheSite() {
        assertEquals(
                Map.of(DRIVE_TEAM, 1L),
                dangling(with(drive("a").in("excluded").team("gone").made())));
    }

    @Test
    void objectsOfVmsAreCounted() {
        assertEquals(
                Map.of(VM_TEAM, 1L),
                dangling(with(vm("a").from(null).team("gone").made())));
        assertEquals(Map.of(VM_CONFIG, 1L), dangling(with(vm("a").from("gone").made())));
    }

    @Test
    void everyTimeThatAVmNamesADriveCounts() {
        assertEquals(
                Map.of(VM_DRIVE, 4L),
                dangling(with(
                        vm("a").from(null).with("gone", "gone", "lost").made(),
                        vm("b").from(null).with("gone").made())));
    }

    @ParameterizedTest
    @CsvSource({
        "USER, user-1, 0",
        "USER, vm-1, 1",
        "USER, gone, 1",
        "VM, vm-1, 0",
        "VM, user-1, 1",
        "VM, gone, 1",
        "UNKNOWN, user-1, 0",
        "UNKNOWN, vm-1, 0",
        "UNKNOWN, gone, 1",
        "OTHER, user-1, 0",
        "OTHER, gone, 1"
    })
    void anOwnerIsLookedForWhereItsTypeSays(OwnerType type, String owner, long dangling) {
        FleetSnapshot fleet = with(
                vm("vm-1").from(null).made(),
                vm("vm-2").from(null).ownedBy(type, owner).made());
        assertEquals(dangling == 0 ? Map.of() : Map.of(VM_OWNER, dangling), dangling(fleet));
    }

    @Test
    void aVmMayBelongToOneOfAnotherRealmAndAConfigMayBeListedThere() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(
                        REALM,
                        vm("vm-1")
                                .from("config-1")
                                .ownedBy(OwnerType.VM, "vm-2")
                                .made())
                .configs(REALM)
                .vms("libvirt2", vm("vm-2").from(null).made())
                .configs("libvirt2", new VmConfigInfo("config-1", VmConfigState.RUNNING, null, null))
                .answered(SourceId.site(Api.USERS), List.of(user("user-1").made()));
        assertEquals(Map.of(), dangling(fleet.made()));
    }

    @Test
    void aProjectThatTheListLacksDanglesOnlyWhenItWasNotFoundEither() {
        var fleet = site().drives(
                        drive("a").project("proj|hidden").made(),
                        drive("b").project("proj|gone").made())
                .vms(
                        REALM,
                        vm("c").from(null).project("proj|gone").made(),
                        vm("d").from(null).project("proj|gone").made(),
                        vm("e").from(null).project("proj|hidden").made())
                .answered(
                        SourceId.site(Api.PROJECT),
                        List.of(new LookedUp<>("proj|hidden", HIDDEN), new LookedUp<>("proj|gone", null)));
        assertEquals(Map.of(DRIVE_PROJECT, 1L, VM_PROJECT, 2L), dangling(fleet.made()));
    }

    @Test
    void whileALookUpIsUnansweredNothingIsSaidOfProjects() {
        var asking = with(drive("a").project("proj|gone").made())
                .withLookUps(Api.PROJECT, new LookUpState(new LookUpCount(0, 1, 0, 0), false));
        assertEquals(
                EnumSet.complementOf(EnumSet.of(DRIVE_PROJECT, VM_PROJECT)),
                disagreements(asking).dangling().keySet());
    }

    @Test
    void eachKindNeedsBothItsLists() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vm("a").made())
                .vms("libvirt2")
                .configs(REALM)
                .answered(SourceId.site(Api.USERS), List.of());
        assertEquals(Set.of(VM_OWNER), disagreements(fleet.made()).dangling().keySet());
        assertEquals(
                Set.of(DRIVE_TEAM),
                disagreements(Snapshots.knowing().drives().teams().made())
                        .dangling()
                        .keySet());
    }

    /** One realm, all lists: user, team, project and config of the usual objects. */
    private static Snapshots site() {
        return Snapshots.knowing(REALM)
                .drives()
                .vms(REALM)
                .configs(REALM, new VmConfigInfo("config-1", VmConfigState.RUNNING, null, null))
                .teams(team("genomics").made())
                .answered(SourceId.site(Api.PROJECTS), List.of(new ProjectInfo("proj|listed", false, "cui")))
                .answered(SourceId.site(Api.USERS), List.of(user("user-1").made()));
    }

    private static FleetSnapshot with(DriveInfo... drives) {
        return site().drives(drives).made();
    }

    private static FleetSnapshot with(VmInfo... vms) {
        return site().vms(REALM, vms).made();
    }

    private static Map<DanglingReference, Long> dangling(FleetSnapshot fleet) {
        Map<DanglingReference, Long> counts = new TreeMap<>(disagreements(fleet).dangling());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Disagreements disagreements(FleetSnapshot fleet) {
        return Findings.of(fleet, FindingSettings.DEFAULT).disagreements();
    }
}
