package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.TeamMemberInfo;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fleet's objects in lists that a draw can pick from, and the few relations that motion asks for often. */
final class Roster {
    final List<Workspace> workspaces;
    final List<DriveInfo> drives;
    final List<UserInfo> users;
    final List<TeamInfo> teams;
    final Map<String, TeamMemberInfo> members = new HashMap<>();
    /** Ids of drives that a config names. */
    final Set<String> configuredDrives = new HashSet<>();
    /** Ids of VMs that own other VMs. */
    final Set<String> owningVms = new HashSet<>();

    /** Ids of the teams that do not keep to their quotas when the site is busy. */
    final Set<String> greedyTeams;

    Roster(Fleet fleet) {
        this.workspaces = Workspace.of(fleet);
        this.drives = new ArrayList<>(fleet.drives.values());
        this.users = new ArrayList<>(fleet.users.values());
        this.teams = List.copyOf(fleet.teams.values());
        teams.forEach(team -> team.members.forEach(member -> members.put(member.id, member)));
        this.greedyTeams = greedy(teams);
        for (Workspace workspace : workspaces) {
            configuredDrives.addAll(workspace.config().rwDrives);
            configuredDrives.addAll(workspace.config().roDrives);
        }
        fleet.realms.values().stream()
                .flatMap(realm -> realm.vms.values().stream())
                .filter(vm -> "VM".equals(vm.ownerType))
                .forEach(vm -> owningVms.add(vm.owner));
    }

    /** Whether a kind has no object at all, which only an edit brings about: there is nothing to draw from then. */
    boolean isMissingSomething() {
        return workspaces.isEmpty() || drives.isEmpty() || users.isEmpty() || teams.isEmpty();
    }

    /** Those that were given tight quotas. */
    private static Set<String> greedy(List<TeamInfo> teams) {
        return IntStream.range(0, teams.size())
                .filter(QuotaGenerator::isTight)
                .mapToObj(index -> teams.get(index).id)
                .collect(Collectors.toSet());
    }
}
