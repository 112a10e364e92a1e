package io.github.ticryptexporter.simulator;

import java.net.InetSocketAddress;

/**
 * What a simulated site is made from.
 *
 * @param listenAddress a loopback address; port 0 takes a free one
 * @param seed decides every id, name, size and event
 * @param scale 1 is 300 VMs, 3,000 drives, 200 teams and 2,000 users; above 0, at most 100
 * @param scenario the scenario at the start
 */
public record SimulatorSettings(InetSocketAddress listenAddress, long seed, double scale, Scenario scenario) {
    public SimulatorSettings {
        // The scenario route takes no token, and the fleet's tokens are no secret: neither belongs on a network.
        if (listenAddress.isUnresolved() || !listenAddress.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("the simulator listens on a loopback address only, such as"
                    + " 127.0.0.1:10918, but was given " + listenAddress.getHostString() + ":"
                    + listenAddress.getPort());
        }
        if (!(scale > 0 && scale <= 100)) {
            throw new IllegalArgumentException("scale: expected a number above 0 and up to 100, but was " + scale);
        }
    }
}
