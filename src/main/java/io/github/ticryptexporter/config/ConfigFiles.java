package io.github.ticryptexporter.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of a configuration that its settings do not name.
 *
 * @param config null for a configuration that was made without a file
 * @param inventory null when none is named
 * @param hostKey null when none is named
 * @param web the web configuration; null when none is named
 */
public record ConfigFiles(
        @Nullable Path config,
        @Nullable Path inventory,
        @Nullable Path hostKey,
        @Nullable Path web) {

    /** A configuration that was made without any file. */
    public static final ConfigFiles NONE = new ConfigFiles(null, null, null, null);
}
