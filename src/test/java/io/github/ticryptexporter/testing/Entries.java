package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.findings.Cidr;
import io.github.ticryptexporter.findings.HostEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an inventory entry in realm {@link Fleets#REALM} that says what a test says and nothing else. */
public final class Entries {
    private final String name;
    private String realm = Fleets.REALM;
    private @Nullable String sshHost;
    private @Nullable Integer natPortBase;
    private @Nullable Cidr guestCidr;
    private @Nullable String pinned;
    private @Nullable Long vcpus;
    private @Nullable Long memoryBytes;
    private Map<String, Long> devices = Map.of();
    private boolean schedulable = true;

    private Entries(String name) {
        this.name = name;
    }

    public static Entries host(String name) {
        return new Entries(name);
    }

    public Entries in(String id) {
        this.realm = id;
        return this;
    }

    public Entries sshHost(String address) {
        this.sshHost = address;
        return this;
    }

    public Entries natPortBase(int base) {
        this.natPortBase = base;
        return this;
    }

    public Entries guests(String cidr) {
        this.guestCidr = Cidr.parse(cidr);
        return this;
    }

    public Entries pinned(String host) {
        this.pinned = host;
        return this;
    }

    public Entries owning(long cpus, long gib, Map<String, Long> deviceCounts) {
        this.vcpus = cpus;
        this.memoryBytes = gib * Fleets.GIB;
        this.devices = deviceCounts;
        return this;
    }

    public Entries drained() {
        this.schedulable = false;
        return this;
    }

    public HostEntry made() {
        return new HostEntry(
                name, realm, sshHost, natPortBase, guestCidr, pinned, vcpus, memoryBytes, devices, schedulable);
    }
}
