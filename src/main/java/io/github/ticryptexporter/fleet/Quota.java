package io.github.ticryptexporter.fleet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits, from {@code QuotasTyped}. What is absent is unlimited; a limit of 0 is a limit.
 *
 * @param storageBytes by storage type
 * @param devices by device type
 */
public record Quota(
        @Nullable Long cores, @Nullable Long memoryBytes, Map<String, Long> storageBytes, Map<String, Long> devices) {

    /** No limit on anything. */
    public static final Quota UNLIMITED = new Quota(null, null, Map.of(), Map.of());

    public Quota {
        storageBytes = Map.copyOf(storageBytes);
        devices = Map.copyOf(devices);
    }
}
