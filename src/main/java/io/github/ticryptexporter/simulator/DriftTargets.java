package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands out healthy objects to spoil, each once; none any more when a small site runs out of them. */
final class DriftTargets {
    private final World world;
    private final Iterator<DriveInfo> ready;
    private final Iterator<VMConfigInfo> stopped;
    private final Iterator<Target> running;
    private final Set<String> taken = new HashSet<>();
    private final List<VirtualMachine> takenVms = new ArrayList<>();

    DriftTargets(World world, Draw draw) {
        this.world = world;
        this.ready = draw.shuffled(world.roster.drives.stream().filter(this::isReady))
                .iterator();
        this.stopped = draw.shuffled(world.roster.workspaces.stream()
                        .map(Workspace::config)
                        .filter(config -> config.state.equals("Stopped")))
                .iterator();
        this.running = draw.shuffled(
                        world.roster.workspaces.stream().map(this::target).flatMap(Optional::stream))
                .iterator();
    }

    private boolean isReady(DriveInfo drive) {
        return drive.state.equals("Ready") && !world.roster.configuredDrives.contains(drive.id);
    }

    /** Registered VMs of persons, as a VM's reference to its owner must be one that can be broken alone. */
    private Optional<Target> target(Workspace workspace) {
        VirtualMachine vm = workspace.vm();
        boolean fit = vm != null
                && workspace.config().state.equals("Running")
                && "User".equals(vm.ownerType)
                && !world.roster.owningVms.contains(vm.id);
        return fit && vm != null ? Optional.of(new Target(workspace.config(), vm)) : Optional.empty();
    }

    Optional<DriveInfo> readyDrive() {
        Optional<DriveInfo> drive = next(ready);
        drive.ifPresent(found -> taken.add(found.id));
        return drive;
    }

    Optional<VMConfigInfo> stopped() {
        Optional<VMConfigInfo> config = next(stopped);
        config.ifPresent(found -> taken.add(found.id));
        return config;
    }

    Optional<Target> running() {
        Optional<Target> target = next(running);
        target.ifPresent(found -> {
            taken.add(found.config().id);
            taken.add(found.vm().id);
            takenVms.add(found.vm());
        });
        return target;
    }

    private static <T> Optional<T> next(Iterator<T> from) {
        return from.hasNext() ? Optional.of(from.next()) : Optional.empty();
    }

    /** A host of the VM's realm that it does not run on; null when the realm has but one. */
    @Nullable
    String hostOtherThanOf(VirtualMachine vm) {
        Optional<SimulatedHost> own = world.machines.hostOf(vm);
        return world.origin.hosts().stream()
                .filter(host -> host.realm().equals(vm.realmID)
                        && !own.filter(host::equals).isPresent())
                .map(SimulatedHost::name)
                .findFirst()
                .orElse(null);
    }

    Set<String> taken() {
        return taken;
    }

    List<VirtualMachine> takenVms() {
        return takenVms;
    }

    /** A config and the VM it runs as. */
    record Target(VMConfigInfo config, VirtualMachine vm) {}
}
