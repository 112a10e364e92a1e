package io.github.ticryptexporter.findings;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One hypervisor host as the administrator wrote it down; the API has no list of hosts.
 *
 * <p>A VM belongs to the entry when it matches every one of {@code sshHost}, {@code natPortBase} and {@code guestCidr}
 * that the entry gives, and the entry gives at least an {@code sshHost} or a {@code guestCidr}.
 *
 * @param name what dashboards show; unique within the realm
 * @param sshHost the VM's {@code ssh.host} as the API gives it; null when not used
 * @param natPortBase {@code ssh.port} less the last octet of {@code ip}; null when not used
 * @param guestCidr network that the VM's {@code ip} lies in; null when not used
 * @param pinned value of a config's {@code host} that means this entry; null when not used
 * @param vcpus capacity; null when not known
 * @param memoryBytes capacity; null when not known
 * @param devices capacity by device type
 * @param schedulable false when drained
 */
public record HostEntry(
        String name,
        String realm,
        @Nullable String sshHost,
        @Nullable Integer natPortBase,
        @Nullable Cidr guestCidr,
        @Nullable String pinned,
        @Nullable Long vcpus,
        @Nullable Long memoryBytes,
        Map<String, Long> devices,
        boolean schedulable) {

    public HostEntry {
        devices = Map.copyOf(devices);
    }
}
