package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.fleet.DiskType;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Resources;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** VMs and drives one by one. */
class ObjectExpositionTest {

    private static final String[] NUMBERS = {
        "ticrypt_vm_vcpus",
        "ticrypt_vm_memory_bytes",
        "ticrypt_vm_start_timestamp_seconds",
        "ticrypt_vm_last_ping_timestamp_seconds",
        "ticrypt_vm_devices"
    };

    @Test
    void aVmIsShownWithWhatItBelongsTo() {
        assertEquals(
                """
                ticrypt_vm_info{brick="brick-standard",config="config-vm-1",host="rack-1",name="Invented VM",owner_type="User",project="p-1",realm="libvirt",team="genomics",vm="vm-1"} 1
                """,
                of(vm("vm-1").named("Invented VM").project("proj|p-1").made())
                        .with(host("rack-1").sshHost("10.0.0.1"))
                        .samples("ticrypt_vm_info"));
    }

    @Test
    void whatAVmDoesNotSayIsTheEmptyLabel() {
        assertEquals(
                """
                ticrypt_vm_info{brick="",config="",host="",name="",owner_type="unknown",project="",realm="libvirt",team="",vm="vm-1"} 1
                """,
                of(vm("vm-1")
                                .brick("")
                                .team(null)
                                .from(null)
                                .ownedBy(OwnerType.UNKNOWN)
                                .reachedNowhere()
                                .made())
                        .samples("ticrypt_vm_info"));
    }

    @Test
    void aHostThatTheInventoryLacksIsShownByItsKey() {
        assertEquals(
                """
                ticrypt_vm_info{brick="brick-standard",config="config-nat",host="10.0.0.1:30000",name="",owner_type="User",project="",realm="libvirt",team="genomics",vm="nat"} 1
                ticrypt_vm_info{brick="brick-standard",config="config-pinned",host="pin:node-7",name="",owner_type="User",project="",realm="libvirt",team="genomics",vm="pinned"} 1
                """,
                Exposed.of(Snapshots.knowing(REALM)
                                .vms(
                                        REALM,
                                        vm("nat").made(),
                                        vm("pinned").reachedNowhere().made())
                                .configs(
                                        REALM, new VmConfigInfo("config-pinned", VmConfigState.RUNNING, null, "node-7"))
                                .made())
                        .at(PrivacyLevel.DETAILED)
                        .samples("ticrypt_vm_info"));
    }

    @Test
    void aNameLosesControlCharactersAndAnIdKeepsWhatIsNoPrefix() {
        var vm = vm("vm-1").named("one\ntwo\u0000").project("p-1").from(null).brick("");
        assertEquals("""
                ticrypt_vm_info{brick="",config="",host="10.0.0.1:30000",name="onetwo",owner_type="User",project="p-1",realm="libvirt",team="genomics",vm="vm-1"} 1
                """, of(vm.made()).samples("ticrypt_vm_info"));
        assertTrue(of(vm.named("n".repeat(101)).made())
                .samples("ticrypt_vm_info")
                .contains("name=\"" + "n".repeat(100) + "\""));
    }

    @Test
    void theNumbersOfAVmAreShownAsFarAsTheyAreKnown() {
        assertEquals(
                """
                ticrypt_vm_vcpus{realm="libvirt",vm="gpu"} 16
                ticrypt_vm_memory_bytes{realm="libvirt",vm="gpu"} 137438953472
                ticrypt_vm_start_timestamp_seconds{realm="libvirt",vm="gpu"} 1772280000
                ticrypt_vm_last_ping_timestamp_seconds{realm="libvirt",vm="gpu"} 1772366340
                ticrypt_vm_devices{device="fpga",realm="libvirt",vm="gpu"} 0
                ticrypt_vm_devices{device="gpu-nvidia",realm="libvirt",vm="gpu"} 2
                """,
                of(
                                vm("gpu")
                                        .takes(16, 128, Map.of("gpu-nvidia", 2L, "fpga", 0L))
                                        .made(),
                                vm("partly")
                                        .takes(new Resources(null, null, Map.of()))
                                        .started(null)
                                        .pinged(null)
                                        .made(),
                                vm("unknown")
                                        .withoutResources()
                                        .started(null)
                                        .pinged(null)
                                        .made())
                        .samples(NUMBERS));
    }

    @Test
    void vmsOfOneIdInTwoRealmsAreTwo() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vm("vm-1").made())
                .vms("libvirt2", vm("vm-1").takes(1, 1, Map.of()).made());
        assertEquals("""
                ticrypt_vm_vcpus{realm="libvirt",vm="vm-1"} 4
                ticrypt_vm_vcpus{realm="libvirt2",vm="vm-1"} 1
                """, Exposed.of(fleet.made()).at(PrivacyLevel.DETAILED).samples("ticrypt_vm_vcpus"));
    }

    @Test
    void aDriveIsShownWithItsStateAmongAllOthers() {
        var fleet = Snapshots.knowing(REALM)
                .drives(
                        drive("drive-1")
                                .named("Invented\tDrive")
                                .project("proj|p-1")
                                .format(DriveFormat.OTHER)
                                .diskType(DiskType.RAW)
                                .state(DriveState.READ_ONLY)
                                .made(),
                        drive("drive-2").in("excluded").made());
        assertEquals(
                """
                ticrypt_drive_info{disk_type="raw",drive="drive-1",format="other",name="InventedDrive",project="p-1",realm="libvirt",team="genomics"} 1
                ticrypt_drive_capacity_bytes{drive="drive-1",realm="libvirt"} 107374182400
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="Initializing"} 0
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="ReadOnly"} 1
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="ReadWrite"} 0
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="Ready"} 0
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="Transferring"} 0
                ticrypt_drive_state{drive="drive-1",realm="libvirt",state="other"} 0
                """,
                Exposed.of(fleet.made())
                        .at(PrivacyLevel.DETAILED)
                        .samples("ticrypt_drive_info", "ticrypt_drive_capacity_bytes", "ticrypt_drive_state"));
    }

    @Test
    void aDriveWithoutTeamAndProjectHasEmptyLabels() {
        var fleet = Snapshots.knowing(REALM)
                .drives(drive("drive-1").team(null).diskType(DiskType.UNKNOWN).made());
        assertEquals("""
                ticrypt_drive_info{disk_type="unknown",drive="drive-1",format="ext4",name="",project="",realm="libvirt",team=""} 1
                """, Exposed.of(fleet.made()).at(PrivacyLevel.DETAILED).samples("ticrypt_drive_info"));
    }

    @Test
    void aCapacityThatIsNotKnownIsAbsentAndAddsNothing() {
        var fleet = Snapshots.knowing(REALM)
                .drives(
                        drive("drive-1").holds(1).made(),
                        drive("drive-2").ofUnknownCapacity().made());
        String samples = Exposed.of(fleet.made())
                .at(PrivacyLevel.DETAILED)
                .samples("ticrypt_drive_capacity_bytes", "ticrypt_drives_capacity_bytes");
        assertEquals(
                """
                ticrypt_drive_capacity_bytes{drive="drive-1",realm="libvirt"} 1073741824
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Ready"} 1073741824
                """,
                samples.lines()
                        .filter(line -> line.contains("drive=") || line.contains("Ready"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void theStateOfADriveIsAGaugeInEveryFormat() {
        var fleet = Snapshots.knowing(REALM).drives(drive("drive-1").made()).made();
        String type = "# TYPE ticrypt_drive_state gauge\n";
        assertTrue(Exposed.of(fleet).at(PrivacyLevel.DETAILED).text().contains(type));
        assertTrue(Exposed.of(fleet).at(PrivacyLevel.DETAILED).openMetrics().contains(type));
    }

    @ParameterizedTest
    @EnumSource(
            value = PrivacyLevel.class,
            names = {"STRICT", "NAMED"})
    void belowLevelDetailedNoObjectIsShown(PrivacyLevel level) {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("vm-1").made())
                .drives(drive("drive-1").made());
        String text = Exposed.of(fleet.made()).at(level).text();
        assertEquals(
                List.of(),
                text.lines()
                        .filter(line -> line.contains("vm-1") || line.contains("drive-1"))
                        .toList());
    }

    private static Exposed of(VmInfo... vms) {
        return Exposed.of(Snapshots.knowing(REALM).vms(REALM, vms).made()).at(PrivacyLevel.DETAILED);
    }
}
