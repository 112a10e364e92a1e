package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the exporter knows of itself.
 *
 * @param revision the commit it was built from, or {@code unknown}
 * @param intervals time between two reads, by route
 * @param staleAfter age at which data is withheld, by route
 * @param servedOpenly whether an address beyond loopback is served without TLS and authentication
 * @param lastReloadSuccessful whether the configuration in force is the latest one given
 * @param lastReloadSuccessAt when the configuration in force was loaded
 */
public record ExporterFacts(
        String version,
        String revision,
        String javaVersion,
        Map<Api, Duration> intervals,
        Map<Api, Duration> staleAfter,
        boolean servedOpenly,
        boolean lastReloadSuccessful,
        Instant lastReloadSuccessAt) {
    public ExporterFacts {
        intervals = Map.copyOf(intervals);
        staleAfter = Map.copyOf(staleAfter);
    }

    /** The same after a later configuration was refused. */
    public ExporterFacts afterRefusal() {
        return new ExporterFacts(
                version, revision, javaVersion, intervals, staleAfter, servedOpenly, false, lastReloadSuccessAt);
    }
}
