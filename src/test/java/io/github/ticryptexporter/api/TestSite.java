package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A small simulated site: 15 VMs and 150 drives. */
final class TestSite {
    private TestSite() {}

    static SimulatedSite started() {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SimulatedSite site =
                new SimulatedSite(new SimulatorSettings(anyPort, 1, 0.05, Scenario.CALM), new ManualClock());
        site.start();
        return site;
    }

    /** The read-only token of each type. */
    static Map<TokenKind, TokenSource> tokens(SimulatedSite site) {
        return Arrays.stream(TokenKind.values())
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> new TokenSource.Value(
                                new Secret(site.tokens().getOrDefault(kind.label(), "no-token-of-that-type")))));
    }
}
