package io.github.ticryptexporter;

import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Simulated sites as the tests against the oracle use them. */
final class Sites {
    private Sites() {}

    /** A site on a free port, yet to be started. */
    static SimulatedSite site(long seed, double scale, Scenario scenario, InstantSource clock) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new SimulatedSite(new SimulatorSettings(anyPort, seed, scale, scenario), clock);
    }

    /** A calm site that has not been laid out yet; its clock stands still whatever the exporter's does. */
    static SimulatedSite still(InstantSource clock) {
        return site(1, 0.01, Scenario.CALM, clock);
    }

    /** The read-only tokens, by the configuration's names. */
    static Map<String, String> tokens(SimulatedSite site) {
        Map<String, String> readOnly = new HashMap<>(site.tokens());
        readOnly.keySet().removeIf(name -> name.endsWith(".full"));
        return readOnly;
    }
}
