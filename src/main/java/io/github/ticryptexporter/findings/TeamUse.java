package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.VmInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each team takes; teams are known by their id without prefix, and those without any use are left out. */
public final class TeamUse {
    private TeamUse() {}

    /**
     * What a team's listed VMs come to.
     *
     * @param listed number of VMs, all of them
     * @param counted what those take that count against quotas
     */
    public record OfVms(int listed, Use counted) {
        /** A team without VMs. */
        public static final OfVms NONE = new OfVms(0, Use.NONE);
    }

    /**
     * What a team's drives come to.
     *
     * @param byState number of drives, only states that the team has
     */
    public record OfDrives(Map<DriveState, Long> byState, long capacityBytes) {
        /** A team without drives. */
        public static final OfDrives NONE = new OfDrives(Map.of(), 0);
    }

    static Map<String, OfVms> ofVms(Collection<VmInfo> vms, Set<String> exemptBricks) {
        Map<String, List<VmInfo>> byTeam = new HashMap<>();
        for (VmInfo vm : vms) {
            if (vm.team() != null) {
                byTeam.computeIfAbsent(vm.team(), unseen -> new ArrayList<>()).add(vm);
            }
        }
        Map<String, OfVms> use = new HashMap<>();
        byTeam.forEach((team, all) -> use.put(team, new OfVms(all.size(), Use.of(counted(all, exemptBricks)))));
        return use;
    }

    /** Those of the VMs that count against quotas. */
    static List<VmInfo> counted(List<VmInfo> vms, Set<String> exemptBricks) {
        return vms.stream().filter(vm -> !exemptBricks.contains(vm.brick())).toList();
    }

    static Map<String, OfDrives> ofDrives(Collection<DriveInfo> drives) {
        Map<String, Map<DriveState, Long>> states = new HashMap<>();
        Map<String, Long> capacity = new HashMap<>();
        for (DriveInfo drive : drives) {
            if (drive.team() != null) {
                states.computeIfAbsent(drive.team(), unseen -> new EnumMap<>(DriveState.class))
                        .merge(drive.state(), 1L, Long::sum);
                capacity.merge(drive.team(), drive.capacityBytes(), Totals::sum);
            }
        }
        Map<String, OfDrives> use = new HashMap<>();
        states.forEach((team, byState) -> use.put(team, new OfDrives(byState, capacity.getOrDefault(team, 0L))));
        return use;
    }
}
