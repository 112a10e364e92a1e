package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts what disagrees between drives and VMs about which is attached to which. */
final class Attachments {

    private final FleetSnapshot fleet;
    private final Listed listed;

    Attachments(FleetSnapshot fleet, Listed listed) {
        this.fleet = fleet;
        this.listed = listed;
    }

    /**
     * How often each kind occurs in the realm, zeros included; kinds whose sources hold no data are left out.
     *
     * @param drives the realm's
     */
    Map<AttachmentInconsistency, Long> in(String realm, List<DriveInfo> drives) {
        List<VmInfo> vms = fleet.vms(realm).map(Reading::items).orElse(List.of());
        InRealm found = new InRealm(drives, vms, vms.stream().map(VmInfo::id).collect(Collectors.toSet()));
        Map<AttachmentInconsistency, Long> counts = new EnumMap<>(AttachmentInconsistency.class);
        for (AttachmentInconsistency kind : AttachmentInconsistency.values()) {
            if (fleet.holds(kind.sources(), realm)) {
                counts.put(kind, count(kind, found));
            }
        }
        return counts;
    }

    private long count(AttachmentInconsistency kind, InRealm realm) {
        return switch (kind) {
            case READWRITE_WITHOUT_WRITER ->
                realm.drives(drive -> drive.state() == DriveState.READ_WRITE && drive.writer() == null);
            case WRITER_NOT_ACTIVE -> realm.drives(drive -> drive.writer() != null && !realm.lists(drive.writer()));
            case READONLY_WITHOUT_READER ->
                realm.drives(drive ->
                        drive.state() == DriveState.READ_ONLY && drive.readers().isEmpty());
            case READER_NOT_ACTIVE ->
                realm.drives(drive -> !drive.readers().stream().allMatch(realm::lists));
            case READY_BUT_ATTACHED -> realm.drives(drive -> drive.state() == DriveState.READY && drive.isAttached());
            case WRITER_AND_READERS ->
                realm.drives(drive -> drive.writer() != null && !drive.readers().isEmpty());
            case VM_DRIVE_MISSING -> realm.vms(vm -> !listed.drives().keySet().containsAll(vm.drives()));
            case VM_DRIVE_UNACKNOWLEDGED -> realm.vms(this::namesADriveThatDoesNotNameIt);
        };
    }

    private boolean namesADriveThatDoesNotNameIt(VmInfo vm) {
        return vm.drives().stream()
                .map(listed.drives()::get)
                .anyMatch(drive -> drive != null && !names(drive, vm.id()));
    }

    private static boolean names(DriveInfo drive, String vm) {
        return vm.equals(drive.writer()) || drive.readers().contains(vm);
    }

    private record InRealm(List<DriveInfo> drives, List<VmInfo> vms, Set<String> vmIds) {

        boolean lists(String vm) {
            return vmIds.contains(vm);
        }

        long drives(Predicate<DriveInfo> counted) {
            return drives.stream().filter(counted).count();
        }

        long vms(Predicate<VmInfo> counted) {
            return vms.stream().filter(counted).count();
        }
    }
}
