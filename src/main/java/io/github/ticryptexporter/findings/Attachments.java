package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what disagrees between drives and VMs about which is attached to which. */
final class Attachments {

    private final FleetSnapshot fleet;
    private final Listed listed;
    private final Map<String, Set<String>> drivesByVm;

    Attachments(FleetSnapshot fleet, Listed listed) {
        this.fleet = fleet;
        this.listed = listed;
        this.drivesByVm = drivesByVm(fleet.drives().map(Reading::items).orElse(List.of()));
    }

    /** By the id of each VM that a drive names as its writer or a reader, the ids of these drives. */
    private static Map<String, Set<String>> drivesByVm(List<DriveInfo> drives) {
        Map<String, Set<String>> byVm = new HashMap<>();
        for (DriveInfo drive : drives) {
            Stream.concat(Stream.ofNullable(drive.writer()), drive.readers().stream())
                    .forEach(vm ->
                            byVm.computeIfAbsent(vm, unseen -> new HashSet<>()).add(drive.id()));
        }
        return byVm;
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
            case VM_DRIVE_MISSING -> realm.vms(vm -> !listed.drives().containsAll(vm.drives()));
            case VM_DRIVE_UNACKNOWLEDGED -> realm.vms(this::namesADriveThatDoesNotNameIt);
        };
    }

    private boolean namesADriveThatDoesNotNameIt(VmInfo vm) {
        Set<String> attached = drivesByVm.getOrDefault(vm.id(), Set.of());
        return vm.drives().stream().anyMatch(drive -> listed.drives().contains(drive) && !attached.contains(drive));
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
