package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drive as {@code GET /api/drives} lists it, reduced to what is exposed.
 *
 * @param name empty unless {@link FreeText#OBJECT_NAMES} are read
 * @param owner user id; empty when the API leaves it out
 * @param knownCapacityBytes provisioned, not written; -1 when the API leaves it out
 * @param realm id; empty when the API leaves it out
 * @param team id without {@code team|}; null for none
 * @param project whole id; null for none
 * @param writer id of the VM that it is attached to for writing; null for none
 * @param readers ids of the VMs that it is attached to for reading
 * @param createdMillis {@link EpochMillis#NONE} when the API leaves it out
 * @param attachedMillis when it was last attached; {@link EpochMillis#NONE} for never
 * @param stateChangeMillis {@link EpochMillis#NONE} when the API leaves it out
 */
public record DriveInfo(
        String id,
        String name,
        String owner,
        long knownCapacityBytes,
        DriveFormat format,
        DiskType diskType,
        DriveState state,
        String realm,
        @Nullable String team,
        @Nullable String project,
        @Nullable String writer,
        List<String> readers,
        long createdMillis,
        long attachedMillis,
        long stateChangeMillis,
        boolean hasSnapshot) {
    public DriveInfo {
        readers = List.copyOf(readers);
    }

    /** What it adds to a sum: 0 where the capacity is not known. */
    public long capacityBytes() {
        return Math.max(0, knownCapacityBytes);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant created() {
        return EpochMillis.instant(createdMillis);
    }

    /** When it was last attached; null for never. */
    public @Nullable Instant attached() {
        return EpochMillis.instant(attachedMillis);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant stateChange() {
        return EpochMillis.instant(stateChangeMillis);
    }

    /** Whether it has a writer or readers. */
    public boolean isAttached() {
        return writer != null || !readers.isEmpty();
    }
}
