package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostUsage;
import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.HashMap;
import java.util.Map;

/** What teams and their users use now; derived from the fleet, and carried along with every start and stop. */
final class QuotaLedger {
    private final Map<String, Use> teams = new HashMap<>();
    private final Map<String, Map<String, Use>> users = new HashMap<>();

    static QuotaLedger of(Fleet fleet) {
        QuotaLedger ledger = new QuotaLedger();
        fleet.drives.values().forEach(drive -> ledger.addDrive(drive, 1));
        fleet.realms.values().forEach(realm -> realm.vms.values().forEach(vm -> ledger.addVm(realm, vm, 1)));
        return ledger;
    }

    /** Counts a VM in with sign 1 and out with sign -1. */
    void addVm(Realm realm, VirtualMachine vm, int sign) {
        if (vm.team != null && vm.resources != null) {
            team(vm.team).add(vm.resources, sign);
            user(vm.team, personBehind(realm, vm)).add(vm.resources, sign);
        }
    }

    /** Counts a drive in with sign 1 and out with sign -1. */
    void addDrive(DriveInfo drive, int sign) {
        if (drive.team != null) {
            team(drive.team).drives += sign * drive.capacity;
            user(drive.team, drive.owner).drives += sign * drive.capacity;
        }
    }

    boolean admits(TeamInfo team, String owner, Demand demand) {
        return team(team.id).admits(team.teamQuotas, demand.resources(), demand.share())
                && user(team.id, owner).admits(team.perUserQuotas, demand.resources(), demand.share());
    }

    boolean admitsDrive(TeamInfo team, String owner, long capacity) {
        return team(team.id).admitsDrive(team.teamQuotas, capacity, Pace.CALM.quotaShare())
                && user(team.id, owner).admitsDrive(team.perUserQuotas, capacity, Pace.CALM.quotaShare());
    }

    boolean exceeds(TeamInfo team) {
        return team(team.id).exceeds(team.teamQuotas)
                || usersOf(team.id).values().stream().anyMatch(use -> use.exceeds(team.perUserQuotas));
    }

    Use team(String team) {
        return teams.computeIfAbsent(team, id -> new Use());
    }

    Use user(String team, String user) {
        return usersOf(team).computeIfAbsent(user, id -> new Use());
    }

    Map<String, Use> usersOf(String team) {
        return users.computeIfAbsent(team, id -> new HashMap<>());
    }

    private static String personBehind(Realm realm, VirtualMachine vm) {
        VirtualMachine current = vm;
        for (int step = 0; step < 8 && "VM".equals(current.ownerType); step++) {
            VirtualMachine owner = realm.vms.get(current.owner);
            if (owner == null) {
                break;
            }
            current = owner;
        }
        return current.owner;
    }

    /** What a start asks for, and up to which share of its quotas a team may go. */
    record Demand(HostUsage resources, double share) {}
}
