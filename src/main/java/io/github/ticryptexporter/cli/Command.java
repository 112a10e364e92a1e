package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.config.ServingSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
public sealed interface Command {

    /** The daemon. */
    record Serve(Path configFile, Overrides overrides, LogOptions log) implements Command {}

    /**
     * A simulated site, and the exporter on it.
     *
     * @param serving what the flags say now
     * @param flags the flags themselves, for what they name may change
     */
    record Demo(ServingSettings serving, Overrides flags, SiteOptions site, LogOptions log) implements Command {}

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

    /** A short life of the daemon on a simulated site, for Java to remember what it loads. */
    record Train(LogOptions log) implements Command {}

    /**
     * A look at the configuration.
     *
     * @param live whether to read the API too, every route once
     * @param running the exporter to ask too, by scheme, host and port alone; null for none
     */
    record Check(
            Path configFile,
            Overrides overrides,
            boolean live,
            @Nullable URI running,
            LogOptions log) implements Command {}

    /**
     * One poll of everything.
     *
     * @param output where the exposition goes; null for standard output
     */
    record Once(
            Path configFile, Overrides overrides, @Nullable Path output, LogOptions log) implements Command {}

    /** The reference of all metrics. */
    record Metrics(TableFormat format) implements Command {}

    /**
     * The files that come with the exporter.
     *
     * @param thresholds numbers for the alert rules; null for those that come with the exporter
     * @param force whether files that differ are overwritten
     */
    record Assets(Path directory, @Nullable Path thresholds, boolean force) implements Command {}

    /** Help or version: a text for standard output. */
    record Show(String text) implements Command {}
}
