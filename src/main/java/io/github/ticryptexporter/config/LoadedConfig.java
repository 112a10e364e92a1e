package io.github.ticryptexporter.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that was accepted.
 *
 * @param files what it was read from
 * @param inventory the file that may change the inventory while the daemon runs; null when none is named
 * @param warnings one line each, key first; what is allowed but deserves a second look
 */
public record LoadedConfig(
        ExporterConfig config, ConfigFiles files, @Nullable InventoryFile inventory, List<String> warnings) {

    public LoadedConfig {
        warnings = List.copyOf(warnings);
    }

    /** A configuration that was made without any file. */
    public static LoadedConfig of(ExporterConfig config) {
        return new LoadedConfig(config, ConfigFiles.NONE, null, List.of());
    }
}
