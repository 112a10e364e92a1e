package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** What each user takes of each team: by team id, then by user id. What belongs to no user or no team is left out. */
record OwnerUse(Map<String, Map<String, Use>> vms, Map<String, Map<String, Long>> driveBytes) {

    /** @param vms those that count against quotas */
    static OwnerUse of(Collection<VmInfo> vms, Owners owners, Collection<DriveInfo> drives) {
        return new OwnerUse(ofVms(vms, owners), ofDrives(drives));
    }

    private static Map<String, Map<String, Use>> ofVms(Collection<VmInfo> vms, Owners owners) {
        Map<String, Map<String, List<VmInfo>>> byTeam = new HashMap<>();
        for (VmInfo vm : vms) {
            String user = owners.userOf(vm).orElse("");
            if (vm.team() != null && !user.isEmpty()) {
                byTeam.computeIfAbsent(vm.team(), unseen -> new HashMap<>())
                        .computeIfAbsent(user, unseen -> new ArrayList<>())
                        .add(vm);
            }
        }
        Map<String, Map<String, Use>> use = new HashMap<>();
        byTeam.forEach((team, byUser) -> {
            Map<String, Use> ofTeam = use.computeIfAbsent(team, unseen -> new HashMap<>());
            byUser.forEach((user, owned) -> ofTeam.put(user, Use.of(owned)));
        });
        return use;
    }

    private static Map<String, Map<String, Long>> ofDrives(Collection<DriveInfo> drives) {
        Map<String, Map<String, Long>> bytes = new HashMap<>();
        for (DriveInfo drive : drives) {
            if (drive.team() != null && !drive.owner().isEmpty()) {
                bytes.computeIfAbsent(drive.team(), unseen -> new HashMap<>())
                        .merge(drive.owner(), drive.capacityBytes(), Totals::sum);
            }
        }
        return bytes;
    }

    /** What each user of the team's VMs takes of one dimension, in no order. */
    LongStream ofVms(String team, ToLongFunction<Use> dimension) {
        return vms.getOrDefault(team, Map.of()).values().stream().mapToLong(dimension);
    }

    /** What each user of the team's drives takes, in bytes and in no order. */
    LongStream ofDrives(String team) {
        return driveBytes.getOrDefault(team, Map.of()).values().stream().mapToLong(Long::longValue);
    }
}
