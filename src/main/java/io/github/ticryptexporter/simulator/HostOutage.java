package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fullest host goes down. Two of three of its VMs vanish from the list while their configs and drives still tell of
 * them; the others stay listed, last heard of twenty minutes ago.
 */
final class HostOutage implements Plot {
    private static final long SILENT_FOR_MILLIS = 20 * 60 * 1_000;

    private final World world;
    private final List<Runnable> undo = new ArrayList<>();
    private long began;

    HostOutage(World world) {
        this.world = world;
    }

    @Override
    public void begin() {
        began = world.nowMillis();
        world.machines.fullest().ifPresent(this::goDown);
    }

    private void goDown(SimulatedHost host) {
        Realm realm = world.fleet.realms.get(host.realm());
        if (realm == null) {
            return;
        }
        List<VirtualMachine> lost = realm.vms.values().stream()
                .filter(vm -> world.machines.hostOf(vm).filter(host::equals).isPresent())
                .toList();
        world.downHost = host;
        world.machines.close(host);
        for (int index = 0; index < lost.size(); index++) {
            hold(lost.get(index));
            if (index % 3 == 2) {
                silence(lost.get(index));
            } else {
                vanish(realm, lost.get(index));
            }
        }
    }

    private void hold(VirtualMachine vm) {
        List<String> ids = new ArrayList<>(vm.drives.values());
        ids.add(vm.config == null ? vm.id : vm.config);
        world.held.addAll(ids);
        undo.add(() -> world.held.removeAll(ids));
    }

    private void vanish(Realm realm, VirtualMachine vm) {
        realm.vms.remove(vm.id);
        world.lostVms++;
        undo.add(() -> {
            heardOf(vm);
            realm.vms.put(vm.id, vm);
        });
    }

    private void silence(VirtualMachine vm) {
        if (vm.lastPing != null) {
            vm.lastPing = world.nowMillis() - SILENT_FOR_MILLIS;
        }
        world.silent.add(vm.id);
        undo.add(() -> {
            heardOf(vm);
            world.silent.remove(vm.id);
        });
    }

    private void heardOf(VirtualMachine vm) {
        vm.lastPing = vm.lastPing == null ? null : (Long) world.nowMillis();
    }

    @Override
    public void end() {
        undo.forEach(Runnable::run);
        world.lostVms = 0;
        world.downHost = null;
        world.takeStock();
        world.roster.teams.forEach(this::keepToQuotas);
    }

    // The VMs have come back to a team that may have started others meanwhile.
    private void keepToQuotas(TeamInfo team) {
        VmLifecycle lifecycle = new VmLifecycle(world);
        for (Workspace workspace : world.quotas.exceeds(team) ? startedMeanwhile(team) : List.<Workspace>of()) {
            VirtualMachine vm = workspace.vm();
            if (vm != null && world.quotas.exceeds(team)) {
                lifecycle.remove(workspace, vm);
            }
        }
    }

    private List<Workspace> startedMeanwhile(TeamInfo team) {
        return world.roster.workspaces.stream()
                .filter(workspace -> team.id.equals(workspace.config().team))
                .filter(workspace -> workspace.vm() != null && startOf(workspace.vm()) >= began)
                .toList();
    }

    private static long startOf(@Nullable VirtualMachine vm) {
        return vm == null || vm.start == null ? 0 : vm.start;
    }
}
