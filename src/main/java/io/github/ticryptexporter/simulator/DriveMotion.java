package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import io.github.ticryptexporter.simulator.wire.VMConfigInfo;
import io.github.ticryptexporter.simulator.wire.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attaches and detaches drives of running VMs, transfers idle ones, makes new ones and deletes old ones. */
final class DriveMotion {
    private static final long GIB = 1L << 30;
    private static final int ATTEMPTS = 30;

    private final World world;

    DriveMotion(World world) {
        this.world = world;
    }

    void begin() {
        Draw draw = world.draw("drives under way");
        for (DriveInfo drive : world.roster.drives) {
            if (drive.state.equals("Initializing") || drive.state.equals("Transferring")) {
                finishLater(drive, draw.between(20, 180));
            }
        }
    }

    void move() {
        if (world.roster.isMissingSomething()) {
            return;
        }
        Draw draw = world.draw("drives");
        int initial = world.origin.census().drives();
        double rate = Math.max(0.03, initial / 60_000.0);
        for (int left = draw.times(rate); left > 0; left--) {
            attachOne(draw);
            detachOne(draw);
            transferOne(draw);
            if (world.fleet.drives.size() <= initial) {
                createOne(draw);
            } else if (!world.pace.grows()) {
                deleteOne(draw);
            }
        }
        if (world.pace.grows()) {
            for (int left = draw.times(Math.max(0.2, initial / 3_000.0)); left > 0; left--) {
                overfill(draw);
            }
        }
    }

    private void attachOne(Draw draw) {
        Workspace workspace = draw.one(world.roster.workspaces);
        VirtualMachine vm = workspace.vm();
        DriveInfo drive = vm == null || !isRunning(workspace) ? null : idleDriveFor(vm, draw);
        if (vm != null && drive != null) {
            workspace.config().rwDrives = DriveGenerator.with(workspace.config().rwDrives, drive.id);
            world.roster.configuredDrives.add(drive.id);
            Attachments.attachWriter(drive, vm, world.nowMillis());
        }
    }

    /** A team's VM gets drives of the team. */
    private @Nullable DriveInfo idleDriveFor(VirtualMachine vm, Draw draw) {
        List<DriveInfo> drives = world.roster.drives;
        int first = draw.below(drives.size());
        for (int next = 0; next < drives.size(); next++) {
            DriveInfo drive = drives.get((first + next) % drives.size());
            if (drive.realmID.equals(vm.realmID) && Objects.equals(drive.team, vm.team) && isIdle(drive)) {
                return drive;
            }
        }
        return null;
    }

    private void detachOne(Draw draw) {
        Workspace workspace = draw.one(world.roster.workspaces);
        VMConfigInfo config = workspace.config();
        VirtualMachine vm = workspace.vm();
        if (vm == null || !isRunning(workspace) || config.rwDrives.size() < 2) {
            return;
        }
        DriveInfo drive = world.fleet.drives.get(config.rwDrives.get(config.rwDrives.size() - 1));
        if (drive != null && vm.id.equals(drive.writer) && !world.held.contains(drive.id)) {
            Attachments.detach(drive, vm, world.nowMillis());
            config.rwDrives = List.copyOf(config.rwDrives.subList(0, config.rwDrives.size() - 1));
            world.roster.configuredDrives.remove(drive.id);
        }
    }

    private void transferOne(Draw draw) {
        DriveInfo drive = draw.one(world.roster.drives);
        if (isIdle(drive)) {
            Attachments.changeState(drive, "Transferring", world.nowMillis());
            finishLater(drive, draw.between(30, 150));
        }
    }

    private void createOne(Draw draw) {
        TeamInfo team = draw.one(world.roster.teams);
        DriveInfo drive = DriveGenerator.blank(draw, world.fleet.drives.size(), world.nowMillis());
        String owner = team.members.isEmpty() ? null : draw.one(team.members).id;
        if (owner != null && world.quotas.admitsDrive(team, owner, drive.capacity)) {
            add(drive, team, owner);
        }
    }

    // A fifth of the limit each: a greedy team is over it within minutes.
    private void overfill(Draw draw) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            TeamInfo team = draw.one(world.roster.teams);
            Map<String, Long> limits = team.teamQuotas.storage;
            Long limit = limits == null ? null : limits.get("drives");
            if (limit != null
                    && !team.members.isEmpty()
                    && world.roster.greedyTeams.contains(team.id)
                    && world.quotas.team(team.id).drives < limit * 1.2) {
                DriveInfo drive = DriveGenerator.blank(draw, world.fleet.drives.size(), world.nowMillis());
                drive.capacity = Math.max(1, limit / 5 / GIB) * GIB;
                add(drive, team, draw.one(team.members).id);
                return;
            }
        }
    }

    private void add(DriveInfo drive, TeamInfo team, String owner) {
        drive.team = team.id;
        drive.owner = owner;
        drive.realmID = Hosts.REALMS.get(Math.floorMod(drive.id.hashCode(), Hosts.REALMS.size()));
        Attachments.changeState(drive, "Initializing", world.nowMillis());
        world.fleet.drives.put(drive.id, drive);
        world.roster.drives.add(drive);
        world.quotas.addDrive(drive, 1);
        finishLater(drive, 20 + Math.floorMod(drive.id.hashCode(), 40));
    }

    private void deleteOne(Draw draw) {
        List<DriveInfo> drives = world.roster.drives;
        int index = draw.below(drives.size());
        DriveInfo drive = drives.get(index);
        if (isIdle(drive)) {
            drives.set(index, drives.get(drives.size() - 1));
            drives.remove(drives.size() - 1);
            world.fleet.drives.remove(drive.id);
            world.quotas.addDrive(drive, -1);
        }
    }

    private void finishLater(DriveInfo drive, long ticks) {
        String begun = drive.state;
        world.agenda.at(world.tick + ticks, () -> {
            if (world.held.contains(drive.id)) {
                finishLater(drive, 10);
            } else if (drive.state.equals(begun)) {
                Attachments.changeState(drive, "Ready", world.nowMillis());
            }
        });
    }

    private boolean isRunning(Workspace workspace) {
        return workspace.config().state.equals("Running") && !world.isHeld(workspace);
    }

    private boolean isIdle(DriveInfo drive) {
        return drive.state.equals("Ready")
                && !world.held.contains(drive.id)
                && !world.roster.configuredDrives.contains(drive.id);
    }
}
