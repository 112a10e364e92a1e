package io.github.ticryptexporter.fleet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one VM takes from its host, from {@code HostUsage}.
 *
 * @param vcpus null when the API leaves it out
 * @param memoryBytes null when the API leaves it out
 * @param devices number by device type, zeros included
 */
public record Resources(@Nullable Long vcpus, @Nullable Long memoryBytes, Map<String, Long> devices) {
    public Resources {
        devices = Map.copyOf(devices);
    }
}
