package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.ProjectInfo;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.TeamInfo;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of all that the lists have, so that a reference can be told from a dangling one.
 *
 * @param projects those included that were found when asked for one by one
 * @param drives by id, only those that VMs name: a large site has many more that nobody asks about
 */
record Listed(
        Set<String> users,
        Set<String> teams,
        Set<String> projects,
        Set<String> vms,
        Set<String> configs,
        Map<String, DriveInfo> drives) {

    /** Of the sources that hold data; the set of any other is empty, or lacks a realm. */
    static Listed in(FleetSnapshot fleet) {
        Stream<String> found = fleet.lookedUpProjects().stream()
                .filter(answer -> answer.found() != null)
                .map(LookedUp::id);
        return new Listed(
                set(ids(fleet.users(), UserInfo::id)),
                set(ids(fleet.teams(), TeamInfo::id)),
                set(Stream.concat(ids(fleet.projects(), ProjectInfo::id), found)),
                set(fleet.realms().stream().flatMap(realm -> ids(fleet.vms(realm), VmInfo::id))),
                set(fleet.realms().stream().flatMap(realm -> ids(fleet.vmConfigs(realm), VmConfigInfo::id))),
                drivesNamedByVms(fleet));
    }

    private static Map<String, DriveInfo> drivesNamedByVms(FleetSnapshot fleet) {
        Set<String> named = set(fleet.realms().stream()
                .flatMap(realm -> fleet.vms(realm).stream())
                .flatMap(vms -> vms.items().stream())
                .flatMap(vm -> vm.drives().stream()));
        return fleet.drives().stream()
                .flatMap(drives -> drives.items().stream())
                .filter(drive -> named.contains(drive.id()))
                .collect(Collectors.toMap(DriveInfo::id, Function.identity()));
    }

    private static <T> Stream<String> ids(Optional<Reading<T>> reading, Function<T, String> id) {
        return reading.stream().flatMap(held -> held.items().stream()).map(id);
    }

    private static Set<String> set(Stream<String> ids) {
        return ids.collect(Collectors.toSet());
    }
}
