package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.fleet.DriveState.INITIALIZING;
import static io.github.ticryptexporter.fleet.DriveState.READ_WRITE;
import static io.github.ticryptexporter.fleet.DriveState.TRANSFERRING;
import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Drives over time, and where they and VMs contradict each other. */
class DriveExpositionTest {

    private static final String OLDEST = "ticrypt_drives_oldest_state_change_timestamp_seconds";

    @Test
    void theOldestChangeIntoAPassingStateIsShownAndCreationStandsInForIt() {
        assertEquals(
                """
                ticrypt_drives_oldest_state_change_timestamp_seconds{realm="libvirt",state="Initializing"} 1772362800
                ticrypt_drives_oldest_state_change_timestamp_seconds{realm="libvirt",state="Transferring"} 1772365700
                """,
                of(
                                drive("a").state(INITIALIZING).changedState(Duration.ofMinutes(1)),
                                drive("b").state(INITIALIZING).created(Duration.ofHours(1)),
                                drive("c")
                                        .state(TRANSFERRING)
                                        .created(Duration.ofHours(9))
                                        .changedState(Duration.ofSeconds(700)),
                                drive("d").state(READ_WRITE).changedState(Duration.ofDays(9)),
                                drive("e")
                                        .state(TRANSFERRING)
                                        .changedState(Duration.ofDays(9))
                                        .in("libvirt2"))
                        .samples(OLDEST));
    }

    @Test
    void theOldestOfNoDriveIsAbsent() {
        assertEquals(
                "", of(drive("a"), drive("b").state(INITIALIZING).created(null)).samples(OLDEST));
    }

    @Test
    void idleTimesAreCumulativeIncludeTheEdgeAndCountFromTheLastAttachmentElseFromCreation() {
        assertEquals(
                """
                ticrypt_drives_idle{idle="30d",realm="libvirt"} 4
                ticrypt_drives_idle{idle="365d",realm="libvirt"} 1
                ticrypt_drives_idle{idle="90d",realm="libvirt"} 2
                ticrypt_drives_idle_capacity_bytes{idle="30d",realm="libvirt"} 16106127360
                ticrypt_drives_idle_capacity_bytes{idle="365d",realm="libvirt"} 8589934592
                ticrypt_drives_idle_capacity_bytes{idle="90d",realm="libvirt"} 12884901888
                """,
                of(
                                drive("a").holds(1).attached(Duration.ofDays(30)),
                                drive("b")
                                        .holds(2)
                                        .attached(Duration.ofDays(30))
                                        .created(Duration.ofDays(400)),
                                drive("c").holds(4).created(Duration.ofDays(90)),
                                drive("d").holds(8).attached(Duration.ofDays(365)),
                                drive("e").attached(Duration.ofDays(30).minusMillis(1)),
                                drive("f").created(Duration.ofDays(30).minusMillis(1)),
                                drive("g").created(null))
                        .samples("ticrypt_drives_idle", "ticrypt_drives_idle_capacity_bytes"));
    }

    @Test
    void aDriveThatIsAttachedIsNotIdleWhateverItsStateAndOneThatIsNotIs() {
        assertEquals(
                """
                ticrypt_drives_idle{idle="30d",realm="libvirt"} 1
                ticrypt_drives_idle{idle="365d",realm="libvirt"} 1
                ticrypt_drives_idle{idle="90d",realm="libvirt"} 1
                """,
                of(
                                drive("a").attached(Duration.ofDays(400)).writtenBy("vm-1"),
                                drive("b").attached(Duration.ofDays(400)).readBy("vm-1"),
                                drive("c").attached(Duration.ofDays(400)).state(READ_WRITE))
                        .samples("ticrypt_drives_idle"));
    }

    @Test
    void everyBrokenRuleIsThereAsSoonAsItCanBeTold() {
        var drives =
                Snapshots.knowing(REALM).drives(drive("a").state(READ_WRITE).made());
        assertEquals("""
                ticrypt_drive_attachment_inconsistent{kind="readonly_without_reader",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="readwrite_without_writer",realm="libvirt"} 1
                ticrypt_drive_attachment_inconsistent{kind="ready_but_attached",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="writer_and_readers",realm="libvirt"} 0
                """, Exposed.of(drives.made()).samples("ticrypt_drive_attachment_inconsistent"));
        assertEquals(
                """
                ticrypt_drive_attachment_inconsistent{kind="reader_not_active",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="readonly_without_reader",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="readwrite_without_writer",realm="libvirt"} 1
                ticrypt_drive_attachment_inconsistent{kind="ready_but_attached",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="vm_drive_missing",realm="libvirt"} 1
                ticrypt_drive_attachment_inconsistent{kind="vm_drive_unacknowledged",realm="libvirt"} 1
                ticrypt_drive_attachment_inconsistent{kind="writer_and_readers",realm="libvirt"} 0
                ticrypt_drive_attachment_inconsistent{kind="writer_not_active",realm="libvirt"} 0
                """,
                Exposed.of(drives.vms(REALM, vm("vm-1").with("a", "gone").made())
                                .made())
                        .samples("ticrypt_drive_attachment_inconsistent"));
    }

    @Test
    void referencesThatLeadNowhereAreCountedOverAllRealms() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .drives()
                .vms(REALM, vm("vm-1").with("gone").made())
                .vms("libvirt2", vm("vm-1").with("gone", "lost").made())
                .teams();
        assertEquals("""
                ticrypt_dangling_references{kind="drive_team"} 0
                ticrypt_dangling_references{kind="vm_drive"} 3
                ticrypt_dangling_references{kind="vm_team"} 2
                """, Exposed.of(fleet.made()).samples("ticrypt_dangling_references"));
    }

    private static Exposed of(Drives... drives) {
        return Exposed.of(Snapshots.knowing(REALM)
                .drives(Arrays.stream(drives).map(Drives::made).toArray(DriveInfo[]::new))
                .made());
    }
}
