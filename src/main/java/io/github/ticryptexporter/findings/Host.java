package io.github.ticryptexporter.findings;

import org.jspecify.annotations.Nullable;

/**
 * A hypervisor host, as far as it is known.
 *
 * @param key what identifies it: the inventory name, {@code address:natbase}, {@code address}, or {@code pin:} and the pin
 * @param entry the inventory's entry; null for a host that only its VMs betray
 */
public record Host(String key, @Nullable HostEntry entry) {

    static Host of(HostEntry entry) {
        return new Host(entry.name(), entry);
    }

    static Host seen(String key) {
        return new Host(key, null);
    }
}
