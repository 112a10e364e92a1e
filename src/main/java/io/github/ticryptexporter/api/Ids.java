package io.github.ticryptexporter.api;

import org.jspecify.annotations.Nullable;

/** Ids on the wire: an empty one refers to nothing, as a missing one does. */
final class Ids {
    private Ids() {}

    /** The id; null for none. */
    static @Nullable String orNull(@Nullable String id) {
        return id == null || id.isEmpty() ? null : id;
    }
}
