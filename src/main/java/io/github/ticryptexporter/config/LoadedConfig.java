package io.github.ticryptexporter.config;

import java.util.List;

/**
 * A configuration that was accepted.
 *
 * @param files what it was read from
 * @param warnings one line each, key first; what is allowed but deserves a second look
 */
public record LoadedConfig(ExporterConfig config, ConfigFiles files, List<String> warnings) {

    public LoadedConfig {
        warnings = List.copyOf(warnings);
    }

    /** A configuration that was made without any file. */
    public static LoadedConfig of(ExporterConfig config) {
        return new LoadedConfig(config, ConfigFiles.NONE, List.of());
    }
}
