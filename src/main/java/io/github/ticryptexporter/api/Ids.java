package io.github.ticryptexporter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ids on the wire: an empty one refers to nothing, as a missing one does. */
final class Ids {
    private Ids() {}

    /** The id; null for none. */
    static @Nullable String orNull(@Nullable String id) {
        return id == null || id.isEmpty() ? null : id;
    }

    /** The ids that refer to something; empty for none. */
    static List<String> present(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(id -> !id.isEmpty()).toList();
    }
}
