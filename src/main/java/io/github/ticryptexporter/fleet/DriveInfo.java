package io.github.ticryptexporter.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A drive as {@code GET /api/drives} lists it, reduced to what is exposed.
 *
 * @param capacityBytes provisioned, not written; 0 when the API leaves it out
 * @param realm id; empty when the API leaves it out
 * @param team id without {@code team|}; null for none
 */
public record DriveInfo(
        String id,
        long capacityBytes,
        DriveFormat format,
        DriveState state,
        String realm,
        @Nullable String team,
        boolean hasSnapshot) {}
