package io.github.ticryptexporter.oracle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One host of the inventory; what the operator left out is null, or empty for devices. */
public record HostEntry(String name, String realm, Address address, Capacity capacity, boolean schedulable) {
    /** What VMs are matched against. */
    public record Address(
            @Nullable String sshHost,
            @Nullable Integer natPortBase,
            @Nullable String guestCidr,
            @Nullable String pinned) {}

    /** What the host has to give. */
    public record Capacity(@Nullable Long vcpus, @Nullable Long memoryBytes, Map<String, Long> devices) {
        public Capacity {
            devices = Map.copyOf(devices);
        }
    }

    /** A schedulable host that matches nothing yet and owns nothing known. */
    public static HostEntry named(String name, String realm) {
        return new HostEntry(
                name, realm, new Address(null, null, null, null), new Capacity(null, null, Map.of()), true);
    }

    public HostEntry sshHost(String sshHost) {
        return at(new Address(sshHost, address.natPortBase, address.guestCidr, address.pinned));
    }

    public HostEntry natPortBase(int base) {
        return at(new Address(address.sshHost, base, address.guestCidr, address.pinned));
    }

    public HostEntry guestCidr(String cidr) {
        return at(new Address(address.sshHost, address.natPortBase, cidr, address.pinned));
    }

    public HostEntry pinned(String pin) {
        return at(new Address(address.sshHost, address.natPortBase, address.guestCidr, pin));
    }

    public HostEntry owning(long vcpus, long memoryBytes, Map<String, Long> devices) {
        return new HostEntry(name, realm, address, new Capacity(vcpus, memoryBytes, devices), schedulable);
    }

    public HostEntry drained() {
        return new HostEntry(name, realm, address, capacity, false);
    }

    private HostEntry at(Address other) {
        return new HostEntry(name, realm, other, capacity, schedulable);
    }
}
