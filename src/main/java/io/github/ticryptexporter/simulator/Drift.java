package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes configs, VMs and drives disagree, and accounts with users: each kind of inconsistency, of dangling reference and of hang, on objects of its
 * own, so that one kind does not bring about another. What it touches is held, so that motion neither mends nor worsens it.
 */
final class Drift implements Plot {
    private static final long HOUR_MILLIS = 3_600_000;

    private final World world;
    private final Draw draw;
    private final DriftTargets targets;
    private final List<Memento> before = new ArrayList<>();

    Drift(World world) {
        this.world = world;
        this.draw = world.draw("drift");
        this.targets = new DriftTargets(world, draw);
    }

    @Override
    public void begin() {
        int rounds = Math.max(1, world.origin.census().vms() / 150);
        for (int round = 0; round < rounds; round++) {
            driftConfigs();
            driftVms();
            driftDrives();
            dangle();
            hang();
        }
        new AccountDrift(world, world.draw("account drift"), account -> before.add(new Memento(account))).begin();
    }

    private void driftConfigs() {
        // Running, and no VM.
        onStopped(config -> config.state = "Running");
        // A VM, and its config is Stopped.
        onRunning((config, vm) -> config.state = "Stopped");
        // A VM, and no such config.
        onRunning((config, vm) -> vm.config = draw.uuid());
        // Two Running configs name one VM.
        onRunning((config, vm) -> onStopped(other -> {
            other.state = "Running";
            other.vmID = vm.id;
        }));
        // Pinned to a host other than its own.
        onRunning((config, vm) -> config.host = targets.hostOtherThanOf(vm));
    }

    private void driftVms() {
        // Names a drive that does not exist, and one that does not name it.
        onRunning((config, vm) -> {
            Attachments.plugIn(vm, draw.uuid());
            onReady(drive -> {
                drive.realmID = vm.realmID;
                Attachments.plugIn(vm, drive.id);
            });
        });
    }

    private void driftDrives() {
        // ReadWrite without a writer, and with one that is not listed.
        onReady(drive -> drive.state = "ReadWrite");
        onReady(drive -> {
            drive.state = "ReadWrite";
            drive.writer = draw.uuid();
        });
        // ReadOnly without a reader, and with one that is not listed.
        onReady(drive -> drive.state = "ReadOnly");
        onReady(drive -> {
            drive.state = "ReadOnly";
            drive.readers = List.of(draw.uuid());
        });
        onRunning((config, vm) -> {
            // Ready, though a VM writes.
            onReady(drive -> write(drive, vm));
            // A writer and a reader at once.
            onReady(drive -> {
                write(drive, vm);
                drive.state = "ReadWrite";
                drive.readers = List.of(vm.id);
            });
        });
    }

    private static void write(DriveInfo drive, VirtualMachine vm) {
        drive.realmID = vm.realmID;
        drive.writer = vm.id;
    }

    private void dangle() {
        onReady(drive -> drive.owner = draw.uuid());
        onReady(drive -> drive.team = "team|" + draw.uuid());
        onReady(drive -> drive.project = "proj|" + draw.uuid());
        onRunning((config, vm) -> vm.owner = draw.uuid());
        onRunning((config, vm) -> vm.team = "team|" + draw.uuid());
        onRunning((config, vm) -> vm.project = "proj|" + draw.uuid());
    }

    private void hang() {
        long longAgo = world.nowMillis() - 6 * HOUR_MILLIS;
        onReady(drive -> Attachments.changeState(drive, "Initializing", longAgo));
        onReady(drive -> Attachments.changeState(drive, "Transferring", longAgo));
        onStopped(config -> config.state = "Starting");
        onRunning((config, vm) -> {
            vm.lastPing = longAgo;
            world.silent.add(vm.id);
        });
        onRunning((config, vm) -> {
            config.state = "Stopping";
            vm.shutDown = longAgo;
        });
    }

    private void onReady(Consumer<DriveInfo> change) {
        targets.readyDrive().ifPresent(drive -> {
            remember(drive, drive.id);
            change.accept(drive);
        });
    }

    private void onStopped(Consumer<VMConfigInfo> change) {
        targets.stopped().ifPresent(config -> {
            remember(config, config.id);
            change.accept(config);
        });
    }

    private void onRunning(BiConsumer<VMConfigInfo, VirtualMachine> change) {
        targets.running().ifPresent(target -> {
            remember(target.config(), target.config().id);
            remember(target.vm(), target.vm().id);
            change.accept(target.config(), target.vm());
        });
    }

    private void remember(Object object, String id) {
        before.add(new Memento(object));
        world.held.add(id);
    }

    @Override
    public void end() {
        before.forEach(Memento::restore);
        targets.taken().forEach(world.held::remove);
        targets.takenVms().forEach(vm -> {
            world.silent.remove(vm.id);
            vm.lastPing = world.nowMillis();
        });
        world.takeStock();
    }
}
