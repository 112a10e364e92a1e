package io.github.ticryptexporter.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that make up a configuration, token files apart: those are read anew by their sources.
 *
 * @param config null for a configuration that was made without a file
 * @param inventory null when none is named
 * @param hostKey null when none is named
 */
public record ConfigFiles(
        @Nullable Path config,
        @Nullable Path inventory,
        @Nullable Path hostKey) {

    /** A configuration that was made without any file. */
    public static final ConfigFiles NONE = new ConfigFiles(null, null, null);

    /** Every file whose change changes the configuration. */
    public List<Path> watched() {
        return Stream.of(Optional.ofNullable(config), Optional.ofNullable(inventory), Optional.ofNullable(hostKey))
                .flatMap(Optional::stream)
                .toList();
    }
}
