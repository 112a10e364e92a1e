package io.github.ticryptexporter.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * A configuration file, or flags, with all that they name, to be read again when one of them changes. Not for several threads at
 * once.
 */
public final class ConfigSource {

    private final Reading reading;
    private Map<Path, String> loaded = Map.of();
    private Map<Path, String> looked = Map.of();

    /** @param overrides what flags and environment say, which stays the same as long as the process lives */
    public ConfigSource(ConfigLoader loader, Path file, Overrides overrides) {
        this(seen -> loader.load(file, overrides, seen));
    }

    private ConfigSource(Reading reading) {
        this.reading = reading;
    }

    /** Reads a configuration and notes what files it looked at. */
    private interface Reading {
        LoadedConfig read(SeenFiles seen) throws InvalidConfigException;
    }

    /**
     * What a command takes from its flags, among whose files the web configuration is.
     *
     * @param whole makes of that what flags do not say
     */
    public static ConfigSource ofFlags(Overrides flags, Function<ServingSettings, ExporterConfig> whole) {
        return new ConfigSource(seen -> {
            ServingSettings serving = ServingSettings.of(flags, seen);
            return new LoadedConfig(whole.apply(serving), serving.files(), serving.warnings());
        });
    }

    /**
     * The configuration as it is written now.
     *
     * @throws InvalidConfigException with every problem when it cannot be used
     */
    public LoadedConfig load() throws InvalidConfigException {
        SeenFiles seen = new SeenFiles();
        loaded = Map.of();
        try {
            LoadedConfig config = reading.read(seen);
            loaded = seen.parts();
            return config;
        } finally {
            loaded = loaded.isEmpty() ? seen.all() : loaded;
        }
    }

    /**
     * Whether the files hold something else than when they were loaded last, be that good or bad, and the same as at the look
     * before this one: what is still being written, or a certificate whose key is yet to come, is left to settle.
     */
    public boolean hasChanged() {
        Map<Path, String> now = SeenFiles.now(loaded.keySet());
        boolean settled = now.equals(looked);
        looked = now;
        return settled && !now.equals(loaded);
    }
}
