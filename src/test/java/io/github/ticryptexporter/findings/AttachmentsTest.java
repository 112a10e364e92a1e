package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.findings.AttachmentInconsistency.READER_NOT_ACTIVE;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.READONLY_WITHOUT_READER;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.READWRITE_WITHOUT_WRITER;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.READY_BUT_ATTACHED;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.VM_DRIVE_MISSING;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.VM_DRIVE_UNACKNOWLEDGED;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.WRITER_AND_READERS;
import static io.github.ticryptexporter.findings.AttachmentInconsistency.WRITER_NOT_ACTIVE;
import static io.github.ticryptexporter.fleet.DriveState.INITIALIZING;
import static io.github.ticryptexporter.fleet.DriveState.READY;
import static io.github.ticryptexporter.fleet.DriveState.READ_ONLY;
import static io.github.ticryptexporter.fleet.DriveState.READ_WRITE;
import static io.github.ticryptexporter.fleet.DriveState.TRANSFERRING;
import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Drives;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Vms;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules of attachment that are broken, one at a time. */
class AttachmentsTest {

    private static final String OTHER_REALM = "libvirt2";

    @Test
    void drivesAndVmsThatNameEachOtherBreakNoRule() {
        assertFound(
                Map.of(),
                drives(
                        drive("written").state(READ_WRITE).writtenBy("vm-1"),
                        drive("read").state(READ_ONLY).readBy("vm-1", "vm-2"),
                        drive("loose").state(READY),
                        drive("new").state(INITIALIZING),
                        drive("moving").state(TRANSFERRING)),
                vm("vm-1").with("written", "read"),
                vm("vm-2").with("read"));
    }

    @Test
    void anAttachedDriveHasSomebodyWhoWritesOrReads() {
        assertFound(Map.of(READWRITE_WITHOUT_WRITER, 1L), drives(drive("d").state(READ_WRITE)));
        assertFound(Map.of(READONLY_WITHOUT_READER, 1L), drives(drive("d").state(READ_ONLY)));
    }

    @Test
    void aReaderIsNoWriterNorAWriterAReader() {
        assertFound(
                Map.of(READWRITE_WITHOUT_WRITER, 1L),
                drives(drive("d").state(READ_WRITE).readBy("vm-1")),
                vm("vm-1"));
        assertFound(
                Map.of(READONLY_WITHOUT_READER, 1L),
                drives(drive("d").state(READ_ONLY).writtenBy("vm-1")),
                vm("vm-1"));
    }

    @Test
    void aWriterIsAListedVmWhateverTheDrivesState() {
        assertFound(
                Map.of(WRITER_NOT_ACTIVE, 2L),
                drives(
                        drive("a").state(READ_WRITE).writtenBy("vm-gone"),
                        drive("b").state(TRANSFERRING).writtenBy("vm-gone"),
                        drive("c").state(READ_WRITE).writtenBy("vm-1")),
                vm("vm-1"));
    }

    @Test
    void aVmThatIsMarkedAsNotActiveIsListedAllTheSame() {
        assertFound(
                Map.of(),
                drives(drive("c").state(READ_WRITE).writtenBy("vm-1")),
                vm("vm-1").inactive());
    }

    @Test
    void oneReaderThatIsNotListedIsEnoughAndTwoAreOneDrive() {
        assertFound(
                Map.of(READER_NOT_ACTIVE, 2L),
                drives(
                        drive("a").state(READ_ONLY).readBy("vm-1", "vm-gone"),
                        drive("b").state(READ_ONLY).readBy("vm-gone", "vm-lost"),
                        drive("c").state(READ_ONLY).readBy("vm-1")),
                vm("vm-1"));
    }

    @Test
    void aReadyDriveIsAttachedToNothing() {
        assertFound(
                Map.of(READY_BUT_ATTACHED, 2L),
                drives(drive("a").writtenBy("vm-1"), drive("b").readBy("vm-1")),
                vm("vm-1"));
    }

    @Test
    void aDriveIsWrittenOrReadNeverBoth() {
        assertFound(
                Map.of(WRITER_AND_READERS, 1L),
                drives(drive("a").state(READ_WRITE).writtenBy("vm-1").readBy("vm-1")),
                vm("vm-1"));
    }

    @Test
    void vmsThatNameADriveWhichNoListHasAreCountedOnceEach() {
        assertFound(
                Map.of(VM_DRIVE_MISSING, 2L),
                drives(),
                vm("vm-1").with("gone", "lost"),
                vm("vm-2").with("gone"),
                vm("vm-3"));
    }

    @Test
    void vmsThatADriveDoesNotNameBackAreCountedOnceEach() {
        assertFound(
                Map.of(VM_DRIVE_UNACKNOWLEDGED, 1L),
                drives(
                        drive("a"),
                        drive("b").state(READ_WRITE).writtenBy("vm-2"),
                        drive("c").state(READ_ONLY).readBy("vm-2")),
                vm("vm-1").with("a", "b", "c"),
                vm("vm-2").with("b", "c"));
    }

    @Test
    void aDriveThatIsMissingIsNotAlsoUnacknowledged() {
        assertFound(
                Map.of(VM_DRIVE_MISSING, 1L, VM_DRIVE_UNACKNOWLEDGED, 1L),
                drives(drive("a")),
                vm("vm-1").with("a", "gone"));
    }

    @Test
    void drivesAttachWithinTheirRealmButAreListedForAll() {
        var fleet = Snapshots.knowing(REALM, OTHER_REALM)
                .drives(drive("d")
                        .in(OTHER_REALM)
                        .state(READ_WRITE)
                        .writtenBy("vm-1")
                        .made())
                .vms(REALM, vm("vm-1").with("d").made())
                .vms(OTHER_REALM);
        assertEquals(Map.of(), nonZero(fleet, REALM));
        assertEquals(Map.of(WRITER_NOT_ACTIVE, 1L), nonZero(fleet, OTHER_REALM));
    }

    @Test
    void aDriveOfARealmThatIsNotKnownIsListedToo() {
        var fleet = Snapshots.knowing(REALM)
                .drives(drive("d").in("excluded").made())
                .vms(REALM, vm("vm-1").with("d").made());
        assertEquals(Map.of(VM_DRIVE_UNACKNOWLEDGED, 1L), nonZero(fleet, REALM));
    }

    @Test
    void withoutTheVmsOnlyWhatDrivesSayOfThemselvesIsKnown() {
        var fleet = Snapshots.knowing(REALM, OTHER_REALM)
                .drives(drive("d").state(READ_WRITE).writtenBy("vm-gone").made())
                .vms(OTHER_REALM);
        assertEquals(
                Set.of(READWRITE_WITHOUT_WRITER, READONLY_WITHOUT_READER, READY_BUT_ATTACHED, WRITER_AND_READERS),
                found(fleet, REALM).keySet());
        assertEquals(
                Set.of(AttachmentInconsistency.values()),
                found(fleet, OTHER_REALM).keySet());
    }

    @Test
    void withoutTheDrivesNothingIsKnown() {
        assertEquals(
                Map.of(),
                found(Snapshots.knowing(REALM).vms(REALM, vm("vm-1").with("d").made()), REALM));
    }

    private static void assertFound(Map<AttachmentInconsistency, Long> expected, Drives[] drives, Vms... vms) {
        var fleet = Snapshots.knowing(REALM)
                .drives(Arrays.stream(drives).map(Drives::made).toArray(DriveInfo[]::new))
                .vms(REALM, Arrays.stream(vms).map(Vms::made).toArray(VmInfo[]::new));
        assertEquals(expected, nonZero(fleet, REALM));
    }

    private static Map<AttachmentInconsistency, Long> nonZero(Snapshots fleet, String realm) {
        Map<AttachmentInconsistency, Long> counts = new TreeMap<>(found(fleet, realm));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<AttachmentInconsistency, Long> found(Snapshots fleet, String realm) {
        return Objects.requireNonNull(Findings.of(fleet.made(), FindingSettings.DEFAULT)
                .disagreements()
                .attachments()
                .get(realm));
    }

    private static Drives[] drives(Drives... drives) {
        return drives;
    }
}
