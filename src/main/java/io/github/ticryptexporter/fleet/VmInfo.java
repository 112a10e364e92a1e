package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A VM as {@code GET /api/vms/<realm>/active} lists it, reduced to what is exposed.
 *
 * @param name empty unless {@link FreeText#OBJECT_NAMES} are read
 * @param owner id of a user or a VM; empty when the API leaves it out
 * @param brick hardware set-up id; empty when the API leaves it out
 * @param active false only when the API says so
 * @param ip the guest's own address, not its host's; empty when the API leaves it out
 * @param team id without {@code team|}; null for none
 * @param project whole id; null for none
 * @param drives ids of the drives that it names, in no order
 * @param protocol {@code protocolVer} as a plain number; null when the API leaves it out
 * @param resources null means unknown, not zero
 * @param lastPingMillis {@link EpochMillis#NONE} when the API leaves it out
 * @param startMillis {@link EpochMillis#NONE} when the API leaves it out
 * @param shutDown whether a shutdown was asked for
 * @param config id of the VM config it was started from; null for none
 */
public record VmInfo(
        String id,
        String name,
        String owner,
        String brick,
        boolean active,
        String ip,
        @Nullable String team,
        @Nullable String project,
        List<String> drives,
        @Nullable String protocol,
        @Nullable Resources resources,
        OwnerType ownerType,
        HostAndPort ssh,
        HostAndPort vpn,
        long lastPingMillis,
        long startMillis,
        boolean shutDown,
        @Nullable String config) {
    public VmInfo {
        drives = List.copyOf(drives);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant lastPing() {
        return EpochMillis.instant(lastPingMillis);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant start() {
        return EpochMillis.instant(startMillis);
    }
}
