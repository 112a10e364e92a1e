package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often each route is read and how long its answer stays good.
 *
 * @param intervals time between two reads of a route; a route that is left out has its default
 * @param staleAfterIntervals number of intervals after which an answer is withheld; at least 1
 * @param realms which realms are read
 */
public record PollSettings(Map<Api, Duration> intervals, int staleAfterIntervals, RealmSettings realms) {

    public static final int DEFAULT_STALE_AFTER_INTERVALS = 5;

    /** For look-ups, how long an answer is remembered. */
    public static final Map<Api, Duration> DEFAULT_INTERVALS = Map.ofEntries(
            Map.entry(Api.VMS, Duration.ofSeconds(60)),
            Map.entry(Api.VM_CONFIGS, Duration.ofSeconds(60)),
            Map.entry(Api.DRIVES, Duration.ofMinutes(2)),
            Map.entry(Api.TEAMS, Duration.ofMinutes(5)),
            Map.entry(Api.VM_IMAGES, Duration.ofMinutes(15)),
            Map.entry(Api.PROJECTS, Duration.ofMinutes(15)),
            Map.entry(Api.USERS, Duration.ofMinutes(15)),
            Map.entry(Api.IDENTITY_MONOCLOUD, Duration.ofMinutes(15)),
            Map.entry(Api.IDENTITY_ALLTHENTICATE, Duration.ofMinutes(15)),
            Map.entry(Api.TEAM_QUOTAS, Duration.ofHours(1)),
            Map.entry(Api.PROJECT, Duration.ofHours(1)));

    public static final PollSettings DEFAULT =
            new PollSettings(Map.of(), DEFAULT_STALE_AFTER_INTERVALS, RealmSettings.DISCOVER);

    public PollSettings {
        if (staleAfterIntervals < 1) {
            throw new IllegalArgumentException("staleAfterIntervals < 1: " + staleAfterIntervals);
        }
        Map<Api, Duration> all = new EnumMap<>(DEFAULT_INTERVALS);
        all.putAll(intervals);
        intervals = Map.copyOf(all);
    }

    /** Time between two reads of the route. */
    public Duration interval(Api api) {
        Duration interval = intervals.get(api);
        if (interval == null) {
            throw new IllegalStateException("no interval for " + api);
        }
        return interval;
    }

    /** Age at which the route's data is withheld. */
    public Duration staleAfter(Api api) {
        return interval(api).multipliedBy(staleAfterIntervals);
    }

    /** How many requests an hour it takes to keep such a snapshot current while nothing fails, look-ups included. */
    public double requestsPerHour(FleetSnapshot snapshot) {
        double hour = Duration.ofHours(1).toMillis();
        return snapshot.sources().keySet().stream()
                .map(SourceId::api)
                .mapToDouble(
                        api -> requests(api, snapshot) * hour / interval(api).toMillis())
                .sum();
    }

    private static int requests(Api api, FleetSnapshot snapshot) {
        return api.scope() == Api.Scope.OBJECT ? snapshot.lookedUp(api).size() : 1;
    }
}
