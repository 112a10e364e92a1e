package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.ConfigDirectory;
import io.github.ticryptexporter.simulator.Scenario;
import io.github.ticryptexporter.simulator.SimulatedSite;
import io.github.ticryptexporter.simulator.SimulatorSettings;
import io.github.ticryptexporter.testing.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A small simulated site that stands still, and a configuration that reads it with every token. */
final class ConfiguredSite implements AutoCloseable {

    private static final List<String> TOKENS = List.of("drive", "vm", "team", "project", "user");

    final ManualClock clock = new ManualClock();
    final SimulatedSite site = new SimulatedSite(
            new SimulatorSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 0.2, Scenario.CALM),
            clock);

    private final ConfigDirectory directory;

    private ConfiguredSite(Path folder) {
        this.directory = new ConfigDirectory(folder);
    }

    static ConfiguredSite start(Path folder) {
        ConfiguredSite configured = new ConfiguredSite(folder);
        configured.site.start();
        configured.clock.advance(Duration.ofMinutes(3));
        TOKENS.forEach(token -> configured.directory.write(
                token + ".token", configured.site.tokens().get(token) + "\n"));
        return configured;
    }

    /** The configuration, and what else it shall say. */
    Path config(String further) {
        StringBuilder yaml = new StringBuilder("ticrypt:\n  base-url: " + site.uri() + "\n  tokens:\n");
        TOKENS.forEach(token -> yaml.append("    %s: { file: %s.token }\n".formatted(token, token)));
        return directory.write("config.yaml", yaml + further);
    }

    @Override
    public void close() {
        site.close();
    }
}
