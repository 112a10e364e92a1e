package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.metrics.Shown;
import io.github.ticryptexporter.status.Share.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of one publish: how its sources are, and the few rows of its families that it has room for. What
 * was not published cannot be here; and the families themselves, which are large, can be forgotten.
 *
 * @param sources every one, with their failures' reasons
 * @param intervals time between two reads, by route
 * @param staleAfter age at which data is withheld, by route
 * @param series exposed, of those that may be; null before the first publish
 * @param measures what was done so that the series keep to their budget, in words; empty when nothing had to be
 * @param configuredAt when the configuration in force was taken over; null before the first publish
 * @param isLatestRefused whether a later configuration was refused
 * @param isOpen whether everybody who reaches the exporter can read what it serves
 */
record Glance(
        List<Source<?>> sources,
        Map<String, Duration> intervals,
        Map<String, Duration> staleAfter,
        Ranking<HostUse> hosts,
        Ranking<TeamUse> teams,
        @Nullable Share series,
        List<String> measures,
        @Nullable Instant configuredAt,
        boolean isLatestRefused,
        boolean isOpen) {

    /** What the row is called that stands for several teams or hosts. */
    static final String FOLDED = "other";

    private static final double MILLIS_PER_SECOND = 1_000;

    Glance {
        sources = List.copyOf(sources);
        intervals = Map.copyOf(intervals);
        staleAfter = Map.copyOf(staleAfter);
        measures = List.copyOf(measures);
    }

    static Glance at(FleetSnapshot fleet, Shown shown, double vcpuOvercommit) {
        PublishedFamilies families = new PublishedFamilies(shown.families());
        return new Glance(
                List.copyOf(fleet.sources().values()),
                durations(families, "ticrypt_poll_interval_seconds"),
                durations(families, "ticrypt_stale_after_seconds"),
                HostUse.ranked(families, shown.reduction(), vcpuOvercommit),
                TeamUse.ranked(families, shown.reduction()),
                families.value("ticrypt_exporter_series")
                        .map(series -> new Share(
                                series,
                                families.value("ticrypt_exporter_series_limit").orElse(null),
                                Unit.PIECES))
                        .orElse(null),
                shown.reduction().measures(),
                families.value("ticrypt_exporter_config_last_reload_success_timestamp_seconds")
                        .map(Glance::instant)
                        .orElse(null),
                families.value("ticrypt_exporter_config_last_reload_successful").equals(Optional.of(0.0)),
                families.value("ticrypt_exporter_web_open").equals(Optional.of(1.0)));
    }

    private static Map<String, Duration> durations(PublishedFamilies families, String name) {
        Map<String, Duration> durations = new HashMap<>();
        families.rows(name, "api")
                .forEach((labels, seconds) ->
                        durations.put(labels.get(0), Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND))));
        return durations;
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS_PER_SECOND));
    }
}
