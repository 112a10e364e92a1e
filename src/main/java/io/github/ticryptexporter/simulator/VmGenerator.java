package io.github.ticryptexporter.simulator;

import static io.github.ticryptexporter.simulator.Origin.DAY;
import static io.github.ticryptexporter.simulator.Origin.HOUR;

import io.github.ticryptexporter.simulator.wire.BrickInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns every third config into a VM that has been up for some time, its drives attached. By their number, so that any site
 * has them: workers that a VM owns, VMs without a team, without resources, without a config, without an owner type, pinned
 * ones, and some on their way up or down.
 */
final class VmGenerator {
    private static final int CONFIGS_PER_VM = 3;

    private final Fleet fleet;
    private final Origin origin;
    private final Draw draw;
    private final HostLedger machines;

    VmGenerator(Fleet fleet, Origin origin) {
        this.fleet = fleet;
        this.origin = origin;
        this.draw = origin.draw("vms");
        this.machines = new HostLedger(origin.hosts());
    }

    static boolean willRun(int configIndex) {
        return configIndex % CONFIGS_PER_VM == 0;
    }

    static boolean isWorker(int configIndex) {
        return willRun(configIndex) && configIndex / CONFIGS_PER_VM % 30 == 7;
    }

    static boolean hasTeam(int configIndex) {
        return !willRun(configIndex) || configIndex / CONFIGS_PER_VM % 90 != 12;
    }

    void addAll(List<Workspace> workspaces) {
        for (int index = 0; index < workspaces.size(); index += CONFIGS_PER_VM) {
            Workspace workspace = workspaces.get(index);
            int number = index / CONFIGS_PER_VM;
            VirtualMachine vm = launch(workspace, number).vm(draw, origin.past(draw, HOUR, 120 * DAY));
            workspace.realm().vms.put(vm.id, vm);
            machines.take(vm);
            workspace.config().vmID = vm.id;
            if (isWorker(index)) {
                serve(vm, workspaces.get(index - CONFIGS_PER_VM).config());
            }
            settle(workspace, vm, number);
            leaveOut(workspace, vm, number);
        }
    }

    private Launch launch(Workspace workspace, int number) {
        VMConfigInfo config = workspace.config();
        Launch launch = brickOf(config)
                .flatMap(brick -> launch(workspace, brick))
                .or(() -> smallerBricks(workspace)
                        .flatMap(brick -> launch(workspace, brick).stream())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no host of " + workspace.realm().id + " has room for VM "
                        + number + " of " + origin.census().vms()));
        config.brick = launch.brick().id;
        config.host = number % 25 == 4 ? launch.slot().host().name() : null;
        return launch;
    }

    private Optional<BrickInfo> brickOf(VMConfigInfo config) {
        return Optional.ofNullable(fleet.bricks.get(config.brick));
    }

    private Stream<BrickInfo> smallerBricks(Workspace workspace) {
        return fleet.bricks.values().stream().filter(brick -> brick.realmID.equals(workspace.realm().id));
    }

    private Optional<Launch> launch(Workspace workspace, BrickInfo brick) {
        HostLedger.Need need =
                new HostLedger.Need(workspace.realm().id, Launch.resources(brick), null, Pace.CALM.hostFill());
        return machines.slot(need, draw).map(slot -> new Launch(workspace.config(), brick, slot));
    }

    private static void serve(VirtualMachine worker, VMConfigInfo owner) {
        worker.ownerType = "VM";
        worker.owner = Objects.requireNonNullElse(owner.vmID, "");
        worker.authedUsers = List.of();
        worker.managers = List.of();
    }

    private void settle(Workspace workspace, VirtualMachine vm, int number) {
        VMConfigInfo config = workspace.config();
        if (number % 100 == 98) {
            config.state = "Starting";
            vm.start = origin.startMillis() - draw.between(1_000, 20_000);
            return;
        }
        config.state = "Running";
        vm.lastPing = origin.startMillis() - draw.between(0, Motion.PING_TICKS * Motion.TICK_MILLIS - 1);
        Attachments.attachAll(fleet, config, vm, vm.start == null ? origin.startMillis() : vm.start);
        if (number % 100 == 99) {
            config.state = "Stopping";
            vm.shutDown = origin.startMillis() - draw.between(1_000, 4_000);
        }
    }

    private static void leaveOut(Workspace workspace, VirtualMachine vm, int number) {
        if (number % 60 == 13) {
            vm.config = null;
            workspace.realm().configs.remove(workspace.config().id);
        }
        if (number % 75 == 10) {
            vm.resources = null;
        }
        if (number % 40 == 3) {
            vm.ownerType = null;
        }
    }
}
