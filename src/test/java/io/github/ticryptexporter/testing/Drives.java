package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.DiskType;
import io.github.ticryptexporter.fleet.DriveFormat;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.DriveState;
import io.github.ticryptexporter.fleet.EpochMillis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a drive of 100 GiB, ext4, ready, of team {@code genomics} in the usual realm, but for what a test says. */
public final class Drives {
    private final String id;
    private String name = "";
    private String owner = "user-1";
    private @Nullable Long capacityBytes = 100 * Fleets.GIB;
    private DriveFormat format = DriveFormat.EXT4;
    private DiskType diskType = DiskType.QCOW2;
    private DriveState state = DriveState.READY;
    private String realm = Fleets.REALM;
    private @Nullable String team = "genomics";
    private @Nullable String project;
    private @Nullable String writer;
    private List<String> readers = List.of();
    private @Nullable Instant created = ManualClock.START.minus(Duration.ofDays(1));
    private @Nullable Instant attached;
    private @Nullable Instant stateChange;
    private boolean hasSnapshot;

    private Drives(String id) {
        this.id = id;
    }

    public static Drives drive(String id) {
        return new Drives(id);
    }

    public Drives named(String text) {
        this.name = text;
        return this;
    }

    /** Owned by this user. */
    public Drives of(String userId) {
        this.owner = userId;
        return this;
    }

    /** Provisioned with this many GiB. */
    public Drives holds(long gib) {
        this.capacityBytes = gib * Fleets.GIB;
        return this;
    }

    public Drives ofUnknownCapacity() {
        this.capacityBytes = null;
        return this;
    }

    public Drives format(DriveFormat fileSystem) {
        this.format = fileSystem;
        return this;
    }

    public Drives diskType(DiskType type) {
        this.diskType = type;
        return this;
    }

    public Drives state(DriveState now) {
        this.state = now;
        return this;
    }

    public Drives in(String realmId) {
        this.realm = realmId;
        return this;
    }

    public Drives team(@Nullable String teamId) {
        this.team = teamId;
        return this;
    }

    public Drives project(String projectId) {
        this.project = projectId;
        return this;
    }

    public Drives writtenBy(String vmId) {
        this.writer = vmId;
        return this;
    }

    public Drives readBy(String... vmIds) {
        this.readers = List.of(vmIds);
        return this;
    }

    /** Made this long before the clocks start; null for not known. */
    public Drives created(@Nullable Duration ago) {
        this.created = ago == null ? null : ManualClock.START.minus(ago);
        return this;
    }

    /** Last attached this long before the clocks start. */
    public Drives attached(Duration ago) {
        this.attached = ManualClock.START.minus(ago);
        return this;
    }

    /** Last changed its state this long before the clocks start. */
    public Drives changedState(Duration ago) {
        this.stateChange = ManualClock.START.minus(ago);
        return this;
    }

    public Drives withSnapshot() {
        this.hasSnapshot = true;
        return this;
    }

    public DriveInfo made() {
        return new DriveInfo(
                id,
                name,
                owner,
                capacityBytes == null ? -1 : capacityBytes,
                format,
                diskType,
                state,
                realm,
                team,
                project,
                writer,
                readers,
                EpochMillis.of(created),
                EpochMillis.of(attached),
                EpochMillis.of(stateChange),
                hasSnapshot);
    }
}
