package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The site as it stands at one tick: the fleet, what follows from it, and what is about to happen. Not safe for several
 * threads; {@link SimulatedSite} holds the lock.
 */
final class World {
    final Origin origin;
    final Fleet fleet;
    final Agenda agenda = new Agenda();
    /** Ids of VMs, configs and drives that a scenario has its hands on: motion leaves them alone. */
    final Set<String> held = new HashSet<>();
    /** Ids of VMs that no longer ping. */
    final Set<String> silent = new HashSet<>();
    /** VMs of a host that is down: not listed, but not to be replaced either. */
    int lostVms;
    /** The host that takes no VM for now. */
    @Nullable
    SimulatedHost downHost;

    /** How many VMs there should be, as a share of those the site began with. */
    double crowd = 1;

    Pace pace = Pace.CALM;
    long tick;
    HostLedger machines;
    QuotaLedger quotas;
    Roster roster;

    World(Origin origin) {
        this.origin = origin;
        this.fleet = SiteGenerator.generate(origin);
        this.machines = HostLedger.of(origin.hosts(), fleet);
        this.quotas = QuotaLedger.of(fleet);
        this.roster = new Roster(fleet);
    }

    /** Derives anew what follows from the fleet, after somebody else has changed it. */
    void takeStock() {
        machines = HostLedger.of(origin.hosts(), fleet);
        quotas = QuotaLedger.of(fleet);
        roster = new Roster(fleet);
        if (downHost != null) {
            machines.close(downHost);
        }
    }

    long nowMillis() {
        return origin.startMillis() + tick * Motion.TICK_MILLIS;
    }

    /** A sequence of this tick for that purpose. */
    Draw draw(String purpose) {
        return new Draw(origin.seed(), purpose, tick);
    }

    @Nullable
    TeamInfo team(@Nullable String id) {
        return id == null ? null : fleet.teams.get(id);
    }

    boolean isHeld(Workspace workspace) {
        return held.contains(workspace.config().id);
    }

    boolean isListed(Workspace workspace, VirtualMachine vm) {
        return workspace.realm().vms.get(vm.id) == vm;
    }
}
