package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;

/** Starts and stops VMs at the world's pace, around the number that is wanted or as long as there is room. */
final class VmMotion {
    private static final int ATTEMPTS = 30;

    private final World world;
    private final VmLifecycle lifecycle;

    VmMotion(World world) {
        this.world = world;
        this.lifecycle = new VmLifecycle(world);
    }

    void begin() {
        Draw draw = world.draw("vms under way");
        for (Workspace workspace : world.roster.workspaces) {
            VirtualMachine vm = workspace.vm();
            if (vm != null && workspace.config().state.equals("Starting")) {
                lifecycle.await(workspace, vm, draw);
            } else if (vm != null && workspace.config().state.equals("Stopping")) {
                lifecycle.fade(workspace, vm, draw);
            }
        }
    }

    void move() {
        if (world.roster.isMissingSomething()) {
            return;
        }
        Draw draw = world.draw("vms");
        int initial = world.origin.census().vms();
        boolean few = world.fleet.vmCount() + world.lostVms < initial * world.crowd;
        double rate = Math.max(initial * world.pace.turnover(), world.pace.leastRate());
        double starts = world.pace.grows() || few ? rate * 1.3 : rate * 0.7;
        double stops = world.pace.grows() ? rate * 0.1 : few ? rate * 0.7 : rate * 1.3;
        for (int left = draw.times(starts); left > 0; left--) {
            startOne(draw);
        }
        for (int left = draw.times(stops); left > 0; left--) {
            stopOne(draw);
        }
    }

    private void startOne(Draw draw) {
        boolean greedy = world.pace.grows() && draw.chance(0.5);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Workspace workspace = draw.one(world.roster.workspaces);
            double share = greedy ? world.pace.greedyShare() : world.pace.quotaShare();
            if (workspace.config().state.equals("Stopped")
                    && !world.isHeld(workspace)
                    && (!greedy || isGreedy(workspace.config()))
                    && lifecycle.start(workspace, share, draw)) {
                return;
            }
        }
    }

    private void stopOne(Draw draw) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Workspace workspace = draw.one(world.roster.workspaces);
            VirtualMachine vm = workspace.vm();
            if (vm != null
                    && workspace.config().state.equals("Running")
                    && !world.isHeld(workspace)
                    && !world.roster.owningVms.contains(vm.id)) {
                lifecycle.stop(workspace, vm, draw);
                return;
            }
        }
    }

    private boolean isGreedy(VMConfigInfo config) {
        return config.team != null && world.roster.greedyTeams.contains(config.team);
    }
}
