package io.github.ticryptexporter.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * A configuration file with all that it names, to be read again when one of them changes. Not for several threads at once.
 */
public final class ConfigSource {

    private final ConfigLoader loader;
    private final Path file;
    private final Overrides overrides;
    private Map<Path, String> loaded = Map.of();
    private Map<Path, String> looked = Map.of();

    /** @param overrides what flags and environment say, which stays the same as long as the process lives */
    public ConfigSource(ConfigLoader loader, Path file, Overrides overrides) {
        this.loader = loader;
        this.file = file;
        this.overrides = overrides;
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
            LoadedConfig config = loader.load(file, overrides, seen);
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
