package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which scenario is on; the one before is undone first. */
final class Stage {
    private final World world;
    private Plot plot = new Plot.Nothing();

    Stage(World world) {
        this.world = world;
    }

    void play(Scenario scenario) {
        plot.end();
        keepToQuotas();
        plot = Plot.of(scenario, world);
        plot.begin();
    }

    // VMs of a lost host come back to a team that may have started others meanwhile.
    private void keepToQuotas() {
        VmLifecycle lifecycle = new VmLifecycle(world);
        for (TeamInfo team : world.roster.teams) {
            for (Workspace workspace : world.quotas.exceeds(team) ? youngestFirst(team) : List.<Workspace>of()) {
                VirtualMachine vm = workspace.vm();
                if (vm != null && world.quotas.exceeds(team)) {
                    lifecycle.remove(workspace, vm);
                }
            }
        }
    }

    private List<Workspace> youngestFirst(TeamInfo team) {
        return world.roster.workspaces.stream()
                .filter(workspace -> team.id.equals(workspace.config().team) && workspace.vm() != null)
                .sorted(Comparator.comparing(Stage::started).reversed())
                .toList();
    }

    private static Long started(Workspace workspace) {
        VirtualMachine vm = workspace.vm();
        return vm == null ? 0L : Objects.requireNonNullElse(vm.start, 0L);
    }
}
