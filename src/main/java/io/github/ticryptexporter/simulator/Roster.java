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

    Roster(Fleet fleet) {
        this.workspaces = Workspace.of(fleet);
        this.drives = new ArrayList<>(fleet.drives.values());
        this.users = new ArrayList<>(fleet.users.values());
        this.teams = List.copyOf(fleet.teams.values());
        teams.forEach(team -> team.members.forEach(member -> members.put(member.id, member)));
        for (Workspace workspace : workspaces) {
            configuredDrives.addAll(workspace.config().rwDrives);
            configuredDrives.addAll(workspace.config().roDrives);
        }
        fleet.realms.values().stream()
                .flatMap(realm -> realm.vms.values().stream())
                .filter(vm -> "VM".equals(vm.ownerType))
                .forEach(vm -> owningVms.add(vm.owner));
    }
}
