package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drive as {@code GET /api/drives} lists it, reduced to what is exposed.
 *
 * @param name empty unless {@link FreeText#OBJECT_NAMES} are read
 * @param owner user id; empty when the API leaves it out
 * @param knownCapacityBytes provisioned, not written; null when the API leaves it out
 * @param realm id; empty when the API leaves it out
 * @param team id without {@code team|}; null for none
 * @param project whole id; null for none
 * @param writer id of the VM that it is attached to for writing; null for none
 * @param readers ids of the VMs that it is attached to for reading
 * @param created null when the API leaves it out
 * @param attached when it was last attached; null for never
 * @param stateChange null when the API leaves it out
 */
public record DriveInfo(
        String id,
        String name,
        String owner,
        @Nullable Long knownCapacityBytes,
        DriveFormat format,
        DiskType diskType,
        DriveState state,
        String realm,
        @Nullable String team,
        @Nullable String project,
        @Nullable String writer,
        List<String> readers,
        @Nullable Instant created,
        @Nullable Instant attached,
        @Nullable Instant stateChange,
        boolean hasSnapshot) {
    public DriveInfo {
        readers = List.copyOf(readers);
    }

    /** What it adds to a sum: 0 where the capacity is not known. */
    public long capacityBytes() {
        return knownCapacityBytes == null ? 0 : knownCapacityBytes;
    }

    /** Whether it has a writer or readers. */
    public boolean isAttached() {
        return writer != null || !readers.isEmpty();
    }
}
