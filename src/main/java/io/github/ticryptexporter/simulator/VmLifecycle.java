package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a VM's life. Starting: placed and listed, not yet heard of. Running: registered, pinging, its drives
 * attached; one that has not registered after a minute is killed. Stopping: shut down, then gone and its drives free.
 */
final class VmLifecycle {
    private static final int REGISTRATION_TIMEOUT_TICKS = 60;
    private static final double FAILED_BOOTS = 0.03;

    private final World world;

    VmLifecycle(World world) {
        this.world = world;
    }

    /** Starts the config if its team's quotas, a host and its drives allow it. */
    boolean start(Workspace workspace, double quotaShare, Draw draw) {
        VMConfigInfo config = workspace.config();
        BrickInfo brick = world.fleet.bricks.get(config.brick);
        if (brick == null || !mayRun(config, brick, quotaShare)) {
            return false;
        }
        HostLedger.Need need =
                new HostLedger.Need(workspace.realm().id, Launch.resources(brick), config.host, world.pace.hostFill());
        Optional<HostLedger.Slot> slot = world.machines.slot(need, draw);
        slot.ifPresent(place -> boot(workspace, new Launch(config, brick, place).vm(draw, world.nowMillis()), draw));
        return slot.isPresent();
    }

    private boolean mayRun(VMConfigInfo config, BrickInfo brick, double quotaShare) {
        var team = world.team(config.team);
        if (team == null || config.owners.isEmpty() || GroupGenerator.ended(team, world.nowMillis())) {
            return false;
        }
        var demand = new QuotaLedger.Demand(Launch.resources(brick), quotaShare);
        return world.quotas.admits(team, config.owners.get(0), demand);
    }

    private void boot(Workspace workspace, VirtualMachine vm, Draw draw) {
        workspace.realm().vms.put(vm.id, vm);
        world.machines.take(vm);
        world.quotas.addVm(workspace.realm(), vm, 1);
        workspace.config().state = "Starting";
        workspace.config().vmID = vm.id;
        await(workspace, vm, draw);
    }

    /** Decides how a VM that is starting goes on. */
    void await(Workspace workspace, VirtualMachine vm, Draw draw) {
        if (draw.chance(FAILED_BOOTS)) {
            later(REGISTRATION_TIMEOUT_TICKS, workspace, "Starting", () -> remove(workspace, vm));
        } else {
            later(draw.between(10, 35), workspace, "Starting", () -> register(workspace, vm));
        }
    }

    private void register(Workspace workspace, VirtualMachine vm) {
        if (world.isListed(workspace, vm)) {
            workspace.config().state = "Running";
            vm.lastPing = world.nowMillis();
            Attachments.attachAll(world.fleet, workspace.config(), vm, world.nowMillis());
        }
    }

    void stop(Workspace workspace, VirtualMachine vm, Draw draw) {
        workspace.config().state = "Stopping";
        vm.shutDown = world.nowMillis();
        fade(workspace, vm, draw);
    }

    /** Decides when a VM that is stopping is gone. */
    void fade(Workspace workspace, VirtualMachine vm, Draw draw) {
        long ticks = draw.between(4, 12);
        later(ticks - 2, workspace, "Stopping", () -> vm.active = false);
        later(ticks, workspace, "Stopping", () -> remove(workspace, vm));
    }

    /** Takes a VM away at once, with the VMs it owns. */
    void remove(Workspace workspace, VirtualMachine vm) {
        if (!world.isListed(workspace, vm)) {
            return;
        }
        workersOf(workspace, vm).forEach(worker -> remove(workspaceOf(workspace, worker), worker));
        Attachments.detachAll(world.fleet, vm, world.nowMillis());
        workspace.realm().vms.remove(vm.id);
        world.machines.release(vm);
        world.quotas.addVm(workspace.realm(), vm, -1);
        if (vm.id.equals(workspace.config().vmID)) {
            workspace.config().state = "Stopped";
        }
    }

    private List<VirtualMachine> workersOf(Workspace workspace, VirtualMachine vm) {
        if (!world.roster.owningVms.contains(vm.id)) {
            return List.of();
        }
        return workspace.realm().vms.values().stream()
                .filter(other -> "VM".equals(other.ownerType) && other.owner.equals(vm.id))
                .toList();
    }

    private static Workspace workspaceOf(Workspace owner, VirtualMachine worker) {
        @Nullable
        VMConfigInfo config =
                worker.config == null ? null : owner.realm().configs.get(worker.config);
        return new Workspace(owner.realm(), config == null ? new VMConfigInfo() : config);
    }

    // A scenario may take hold of the config meanwhile: then the step waits until it lets go.
    private void later(long ticks, Workspace workspace, String expectedState, Runnable step) {
        world.agenda.at(world.tick + ticks, () -> {
            if (world.isHeld(workspace)) {
                later(10, workspace, expectedState, step);
            } else if (workspace.config().state.equals(expectedState)) {
                step.run();
            }
        });
    }
}
