package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.config.ServingSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** What the command line asks for. */
public sealed interface Command {

    /** The daemon. */
    record Serve(Path configFile, Overrides overrides, LogOptions log) implements Command {}

    /** A simulated site, and the exporter on it. */
    record Demo(ServingSettings serving, SiteOptions site, LogOptions log) implements Command {}

    /**
     * A simulated site alone.
     *
     * @param warnings one line each
     */
    record Simulate(InetSocketAddress listenAddress, SiteOptions site, LogOptions log, List<String> warnings)
            implements Command {
        public Simulate {
            warnings = List.copyOf(warnings);
        }
    }

    /** A look at the configuration, without any request to the API. */
    record Check(Path configFile, Overrides overrides, LogOptions log) implements Command {}

    /** Help or version: a text for standard output. */
    record Show(String text) implements Command {}
}
