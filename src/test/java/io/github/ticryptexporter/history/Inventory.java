package io.github.ticryptexporter.history;

import io.github.ticryptexporter.simulator.SimulatedHost;
import io.github.ticryptexporter.simulator.SimulatedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The hosts that the exporter is told of: the site's own with twice the room that the site believes in, so that a calm realm
 * can lose one, and empty ones beside them.
 */
public record Inventory(List<SimulatedHost> hosts) {
    private static final long TIB = 1L << 40;
    private static final int SPARE_VCPUS = 96;

    public Inventory {
        hosts = List.copyOf(hosts);
    }

    static Inventory of(SimulatedSite site) {
        List<SimulatedHost> hosts = new ArrayList<>();
        site.hosts().forEach(host -> hosts.add(doubled(host)));
        hosts.add(spare(1, "libvirt"));
        for (int number = 2; number <= 6; number++) {
            hosts.add(spare(number, "libvirt2"));
        }
        return new Inventory(hosts);
    }

    private static SimulatedHost doubled(SimulatedHost host) {
        return new SimulatedHost(
                host.name(),
                host.realm(),
                host.sshHost(),
                host.natPortBase(),
                2 * host.vcpus(),
                2 * host.memoryBytes(),
                host.devices());
    }

    private static SimulatedHost spare(int number, String realm) {
        return new SimulatedHost("spare-" + number, realm, "10.20.250." + number, 30_000, SPARE_VCPUS, TIB, Map.of());
    }

    /** The hosts of a realm. */
    List<SimulatedHost> of(String realm) {
        return hosts.stream().filter(host -> host.realm().equals(realm)).toList();
    }

    SimulatedHost named(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    long memoryBytes() {
        return hosts.stream().mapToLong(SimulatedHost::memoryBytes).sum();
    }

    /** As the configuration file has it. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder("inventory:\n  hosts:\n");
        for (SimulatedHost host : hosts) {
            yaml.append(
                    "    - { name: %s, realm: %s, ssh-host: %s, nat-port-base: %d, vcpus: %d, memory: %d, devices: %s }\n"
                            .formatted(
                                    host.name(),
                                    host.realm(),
                                    host.sshHost(),
                                    host.natPortBase(),
                                    host.vcpus(),
                                    host.memoryBytes(),
                                    host.devices().toString().replace("=", ": ")));
        }
        return yaml.toString();
    }
}
