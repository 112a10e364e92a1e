package io.github.ticryptexporter.simulator;

import java.net.InetSocketAddress;

/**
 * What a simulated site is made from.
 *
 * @param listenAddress resolved; port 0 takes a free one. Beyond loopback anybody may switch scenarios, which takes no
 *     token
 * @param seed decides every id, name, size and event
 * @param scale 1 is 300 VMs, 3,000 drives, 200 teams and 2,000 users; above 0, at most 100
 * @param scenario the scenario at the start
 */
public record SimulatorSettings(InetSocketAddress listenAddress, long seed, double scale, Scenario scenario) {
    public SimulatorSettings {
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("scale: expected a number above 0 and up to 100, but was " + scale);
        }
    }
}
