package io.github.ticryptexporter.simulator;

import static io.github.ticryptexporter.simulator.Origin.DAY;
import static io.github.ticryptexporter.simulator.Origin.HOUR;

import io.github.ticryptexporter.simulator.wire.DriveInfo;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.TeamInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the drives, none attached yet. Three in five belong to one config each, read-write; of the others some are data
 * sets that several configs read, some are being initialised or transferred, most lie idle.
 */
final class DriveGenerator {
    private static final long GIB = 1L << 30;
    private static final List<String> FORMATS = List.of("ext4", "xfs", "ntfs", "btrfs", "zfs");

    private final Fleet fleet;
    private final Origin origin;
    private final Draw draw;
    private final List<Workspace> homes;
    private final List<TeamInfo> teams;
    private final Skew skew;

    private DriveGenerator(Fleet fleet, Origin origin) {
        this.fleet = fleet;
        this.origin = origin;
        this.draw = origin.draw("drives");
        this.homes = Workspace.of(fleet);
        this.teams = List.copyOf(fleet.teams.values());
        this.skew = new Skew(teams.size());
    }

    static void addTo(Fleet fleet, Origin origin) {
        new DriveGenerator(fleet, origin).addAll();
    }

    private void addAll() {
        int count = origin.census().drives();
        int owned = count * 3 / 5;
        for (int index = 0; index < count; index++) {
            DriveInfo drive = blank(draw, index, origin.past(draw, DAY, 1_000 * DAY));
            if (index < owned) {
                belong(drive, index < homes.size() ? homes.get(index) : draw.one(homes));
            } else {
                standFree(drive, index - owned);
            }
            use(drive);
            fleet.drives.put(drive.id, drive);
        }
    }

    /** A drive that is ready and nobody's. */
    static DriveInfo blank(Draw draw, int number, long created) {
        DriveInfo drive = new DriveInfo();
        drive.id = draw.uuid();
        drive.name = "drive-%06d".formatted(number);
        drive.capacity = Math.max(1, Math.min(65_536, Math.round(draw.logNormal(100, 1.5)))) * GIB;
        drive.format = draw.weighted(FORMATS, 55, 20, 10, 8, 7);
        drive.noBackup = draw.chance(0.9) ? (Boolean) draw.chance(0.95) : null;
        drive.writable = draw.chance(0.98) ? (Boolean) draw.chance(0.97) : null;
        drive.poolID = draw.chance(0.05) ? "pool-archive" : null;
        drive.diskType = draw.chance(0.97) ? draw.weighted(List.of("qcow2", "raw"), 92, 8) : null;
        drive.settings = draw.chance(0.05) ? Map.of("color", "#336699") : null;
        drive.cache = draw.chance(0.3) ? draw.one(List.of("none", "writeback")) : null;
        drive.io = draw.chance(0.3) ? draw.one(List.of("native", "threads")) : null;
        drive.hasSnapshot = draw.chance(0.08);
        drive.state = "Ready";
        drive.created = created;
        return drive;
    }

    private void belong(DriveInfo drive, Workspace home) {
        drive.realmID = home.realm().id;
        drive.owner = home.config().owners.get(0);
        drive.team = home.config().team;
        drive.project = home.config().project;
        home.config().rwDrives = with(home.config().rwDrives, drive.id);
        home.config().driveSlots = draw.chance(0.1) ? Map.of(drive.id, 1) : home.config().driveSlots;
    }

    private void standFree(DriveInfo drive, int index) {
        Workspace reader = draw.one(homes);
        TeamInfo team = teams.get(skew.draw(draw));
        boolean dataSet = index % 4 == 3;
        drive.realmID = reader.realm().id;
        drive.team = dataSet ? reader.config().team : draw.chance(0.98) ? team.id : null;
        drive.owner = dataSet ? reader.config().owners.get(0) : draw.one(team.members).id;
        drive.project = dataSet ? reader.config().project : null;
        if (dataSet) {
            share(drive, reader);
        } else if (index % 60 == 5 || index % 60 == 6) {
            drive.state = index % 60 == 5 ? "Initializing" : "Transferring";
            drive.stateChange = origin.startMillis() - draw.between(5_000, 120_000);
        }
    }

    private void share(DriveInfo drive, Workspace reader) {
        reader.config().roDrives = with(reader.config().roDrives, drive.id);
        for (int attempt = 0; attempt < 6; attempt++) {
            Workspace other = draw.one(homes);
            boolean sameTeam = drive.team != null && drive.team.equals(other.config().team);
            if (sameTeam && other.realm().id.equals(drive.realmID)) {
                other.config().roDrives = with(other.config().roDrives, drive.id);
            }
        }
    }

    private void use(DriveInfo drive) {
        long age = origin.startMillis() - drive.created;
        drive.changed = draw.chance(0.9) ? (Long) origin.past(draw, HOUR, age) : null;
        drive.attached = draw.chance(0.93) ? (Long) origin.past(draw, HOUR, age) : null;
        drive.stateChange = drive.stateChange == null ? drive.attached : drive.stateChange;
    }

    static List<String> with(List<String> list, String id) {
        if (list.contains(id)) {
            return list;
        }
        List<String> more = new ArrayList<>(list);
        more.add(id);
        return List.copyOf(more);
    }
}
