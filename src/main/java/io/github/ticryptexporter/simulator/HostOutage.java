package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.Realm;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.ArrayList;
import java.util.List;

/**
 * The fullest host goes down. Two of three of its VMs vanish from the list while their configs and drives still tell of
 * them; the others stay listed, last heard of twenty minutes ago.
 */
final class HostOutage implements Plot {
    private static final long SILENT_FOR_MILLIS = 20 * 60 * 1_000;

    private final World world;
    private final List<Runnable> undo = new ArrayList<>();

    HostOutage(World world) {
        this.world = world;
    }

    @Override
    public void begin() {
        world.machines.fullest().ifPresent(this::goDown);
    }

    private void goDown(SimulatedHost host) {
        Realm realm = world.fleet.realm(host.realm());
        List<VirtualMachine> lost = realm.vms.values().stream()
                .filter(vm -> world.machines.hostOf(vm).filter(host::equals).isPresent())
                .toList();
        world.machines.close(host, true);
        undo.add(() -> world.machines.close(host, false));
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
        world.takeStock();
    }
}
