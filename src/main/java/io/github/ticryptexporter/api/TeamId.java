package io.github.ticryptexporter.api;

import org.jspecify.annotations.Nullable;

/** The API writes {@code team|} before the id of a team; here it never does, so that ids compare and label alike. */
final class TeamId {

    static final String PREFIX = "team|";

    private TeamId() {}

    /** The id alone; null for none, which an empty one means too. */
    static @Nullable String withoutPrefix(@Nullable String id) {
        if (id == null) {
            return null;
        }
        String bare = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        return bare.isEmpty() ? null : bare;
    }
}
