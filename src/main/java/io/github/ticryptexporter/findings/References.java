package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts references to objects that no list has, over all realms. */
final class References {

    private final List<DriveInfo> drives;
    private final Collection<VmInfo> vms;
    private final Listed listed;

    private References(List<DriveInfo> drives, Collection<VmInfo> vms, Listed listed) {
        this.drives = drives;
        this.vms = vms;
        this.listed = listed;
    }

    /**
     * How many of each kind dangle, zeros included; kinds whose sources hold no data are left out.
     *
     * @param vms of all realms
     */
    static Map<DanglingReference, Long> of(FleetSnapshot fleet, Collection<VmInfo> vms, Listed listed) {
        References references =
                new References(fleet.drives().map(Reading::items).orElse(List.of()), vms, listed);
        Map<DanglingReference, Long> counts = new EnumMap<>(DanglingReference.class);
        for (DanglingReference kind : DanglingReference.values()) {
            if (fleet.holds(kind.sources())) {
                counts.put(kind, references.count(kind));
            }
        }
        return counts;
    }

    private long count(DanglingReference kind) {
        return switch (kind) {
            case DRIVE_OWNER -> dangling(drives, DriveInfo::owner, listed.users());
            case DRIVE_TEAM -> dangling(drives, DriveInfo::team, listed.teams());
            case DRIVE_PROJECT -> dangling(drives, DriveInfo::project, listed.projects());
            case VM_OWNER -> vms.stream().filter(this::hasLostItsOwner).count();
            case VM_TEAM -> dangling(vms, VmInfo::team, listed.teams());
            case VM_PROJECT -> dangling(vms, VmInfo::project, listed.projects());
            case VM_CONFIG -> dangling(vms, VmInfo::config, listed.configs());
            case VM_DRIVE ->
                missing(
                        vms.stream().flatMap(vm -> vm.drives().stream()),
                        listed.drives().keySet());
        };
    }

    private static <T> long dangling(Collection<T> objects, Function<T, @Nullable String> id, Set<String> all) {
        return missing(objects.stream().map(id), all);
    }

    private static long missing(Stream<@Nullable String> ids, Set<String> all) {
        return ids.filter(Objects::nonNull)
                .filter(id -> !id.isEmpty() && !all.contains(id))
                .count();
    }

    private boolean hasLostItsOwner(VmInfo vm) {
        boolean isUser = listed.users().contains(vm.owner());
        boolean isVm = listed.vms().contains(vm.owner());
        return !vm.owner().isEmpty()
                && !switch (vm.ownerType()) {
                    case USER -> isUser;
                    case VM -> isVm;
                    case UNKNOWN, OTHER -> isUser || isVm;
                };
    }
}
