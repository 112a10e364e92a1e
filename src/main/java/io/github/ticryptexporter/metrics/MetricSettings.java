package io.github.ticryptexporter.metrics;

import java.util.List;
import java.util.Map;

/**
 * How much the exposition names, and how many series it may hold.
 *
 * @param teamAliases display name by team id, the id without its {@code team|} prefix
 * @param alertExemptions teams that an alert leaves alone
 * @param seriesLimit the budget for fleet series in one snapshot; above 0
 */
public record MetricSettings(
        PrivacyLevel privacy,
        HostPseudonyms pseudonyms,
        Map<String, String> teamAliases,
        List<AlertExemption> alertExemptions,
        int seriesLimit) {

    public static final int DEFAULT_SERIES_LIMIT = 200_000;

    /** Opaque ids, pseudonyms, no aliases. */
    public static final MetricSettings DEFAULT =
            new MetricSettings(PrivacyLevel.STRICT, HostPseudonyms.PLAIN, Map.of(), List.of(), DEFAULT_SERIES_LIMIT);

    public MetricSettings {
        teamAliases = Map.copyOf(teamAliases);
        alertExemptions = List.copyOf(alertExemptions);
        if (seriesLimit < 1) {
            throw new IllegalArgumentException("seriesLimit < 1: " + seriesLimit);
        }
    }
}
