package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Motion at ten times its pace with the brakes off; whatever it brought goes when it ends. */
final class BusySpell implements Plot {
    private final World world;
    private final Set<String> drivesBefore;
    private long began;

    BusySpell(World world) {
        this.world = world;
        this.drivesBefore = new HashSet<>(world.fleet.drives.keySet());
    }

    @Override
    public void begin() {
        began = world.nowMillis();
        world.pace = Pace.BUSY;
    }

    @Override
    public void end() {
        world.pace = Pace.CALM;
        VmLifecycle lifecycle = new VmLifecycle(world);
        for (Workspace workspace : Workspace.of(world.fleet)) {
            VirtualMachine vm = workspace.vm();
            if (vm != null && Objects.requireNonNullElse(vm.start, 0L) >= began) {
                lifecycle.remove(workspace, vm);
            }
        }
        deleteNewDrives();
        world.takeStock();
    }

    private void deleteNewDrives() {
        for (Workspace workspace : world.roster.workspaces) {
            List<String> drives = workspace.config().rwDrives;
            if (!drivesBefore.containsAll(drives)) {
                detachNew(workspace);
            }
        }
        world.fleet.drives.keySet().retainAll(drivesBefore);
    }

    private void detachNew(Workspace workspace) {
        VirtualMachine vm = workspace.vm();
        for (String id : workspace.config().rwDrives) {
            if (vm != null && !drivesBefore.contains(id)) {
                Attachments.unplug(vm, id);
            }
        }
        workspace.config().rwDrives = workspace.config().rwDrives.stream()
                .filter(drivesBefore::contains)
                .toList();
    }
}
