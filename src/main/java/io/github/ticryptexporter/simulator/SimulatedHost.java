package io.github.ticryptexporter.simulator;

import java.util.Map;

/**
 * A host of the simulated site: what its administrator would know and the API does not say.
 *
 * @param name the name that a config's {@code host} pins to
 * @param sshHost its NAT address; several hosts may share one
 * @param natPortBase port 22 of the guest {@code 192.168.122.n} is reached at this plus n
 * @param devices number of devices by type; empty for a host without any
 */
public record SimulatedHost(
        String name,
        String realm,
        String sshHost,
        int natPortBase,
        int vcpus,
        long memoryBytes,
        Map<String, Integer> devices) {
    public SimulatedHost {
        devices = Map.copyOf(devices);
    }
}
