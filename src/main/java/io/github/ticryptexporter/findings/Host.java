package io.github.ticryptexporter.findings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hypervisor host, as far as it is known.
 *
 * @param key what identifies it: the inventory name, {@code address:natbase}, {@code address}, or {@code pin:} and the pin
 * @param entry the inventory's entry; null for a host that only its VMs betray
 */
public record Host(String key, @Nullable HostEntry entry) {

    private static final String PIN = "pin:";

    static Host of(HostEntry entry) {
        return new Host(entry.name(), entry);
    }

    static Host seen(String key) {
        return new Host(key, null);
    }

    static Host pinned(String pin) {
        return seen(PIN + pin);
    }

    /** For a host that only a pin betrays, what configs call it. */
    Optional<String> pin() {
        return entry == null && key.startsWith(PIN) ? Optional.of(key.substring(PIN.length())) : Optional.empty();
    }
}
