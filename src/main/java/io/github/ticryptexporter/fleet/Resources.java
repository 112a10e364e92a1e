package io.github.ticryptexporter.fleet;

import java.util.Map;

/**
 * What one VM takes from its host, from {@code HostUsage}.
 *
 * @param devices number by device type, zeros included
 */
public record Resources(long vcpus, long memoryBytes, Map<String, Long> devices) {
    public Resources {
        devices = Map.copyOf(devices);
    }
}
