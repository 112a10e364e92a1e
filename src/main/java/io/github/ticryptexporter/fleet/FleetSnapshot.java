package io.github.ticryptexporter.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at one moment; immutable, and all that is remembered between polls.
 *
 * @param sources every configured source, one for each known realm where the route is asked per realm
 * @param tallies one for each configured route
 * @param realms the known realms, sorted
 * @param realmsSettled false while the drives have yet to say, for the first time, which realms there are
 * @param clockSkew the Date header of the latest answer less the own clock; null before the first
 */
public record FleetSnapshot(
        SortedMap<SourceId, Source<?>> sources,
        SortedMap<Api, ApiTally> tallies,
        SortedSet<String> realms,
        boolean realmsSettled,
        @Nullable Duration clockSkew) {

    /** Nothing configured, nothing known. */
    public static final FleetSnapshot EMPTY = new FleetSnapshot(
            Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedSet(), false, null);

    public FleetSnapshot {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        tallies = Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
        realms = Collections.unmodifiableSortedSet(new TreeSet<>(realms));
    }

    public Optional<Reading<DriveInfo>> drives() {
        return reading(SourceId.site(Api.DRIVES));
    }

    public Optional<Reading<VmInfo>> vms(String realm) {
        return reading(new SourceId(Api.VMS, realm));
    }

    public Optional<Reading<VmConfigInfo>> vmConfigs(String realm) {
        return reading(new SourceId(Api.VM_CONFIGS, realm));
    }

    public Optional<Reading<TeamInfo>> teams() {
        return reading(SourceId.site(Api.TEAMS));
    }

    /**
     * Whether the route holds data; for one that is asked per realm, whether it does for every known realm, of which
     * there must be at least one. Half a picture is no picture.
     */
    public boolean holds(Api api) {
        if (api.scope() == Api.Scope.SITE) {
            return holds(SourceId.site(api));
        }
        return realmsSettled && !realms.isEmpty() && realms.stream().allMatch(realm -> holds(new SourceId(api, realm)));
    }

    /** Whether the route holds data that covers the realm. */
    public boolean holds(Api api, String realm) {
        return api.scope() == Api.Scope.SITE ? holds(api) : holds(new SourceId(api, realm));
    }

    private boolean holds(SourceId id) {
        return reading(id).isPresent();
    }

    /** The items' type follows from the route: {@code api} reads each route into one type of record. */
    @SuppressWarnings("unchecked")
    private <T> Optional<Reading<T>> reading(SourceId id) {
        Source<?> source = sources.get(id);
        return source == null ? Optional.empty() : ((Source<T>) source).data();
    }

    /** This snapshot with one source replaced. */
    public FleetSnapshot with(Source<?> source) {
        SortedMap<SourceId, Source<?>> next = new TreeMap<>(sources);
        next.put(source.id(), source);
        return new FleetSnapshot(next, tallies, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with one route's tally changed. */
    public FleetSnapshot withTally(Api api, UnaryOperator<ApiTally> change) {
        SortedMap<Api, ApiTally> next = new TreeMap<>(tallies);
        next.put(api, change.apply(tallies.getOrDefault(api, ApiTally.NONE)));
        return new FleetSnapshot(sources, next, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with another set of sources and known realms. */
    public FleetSnapshot withSources(Map<SourceId, Source<?>> next, SortedSet<String> known, boolean settled) {
        return new FleetSnapshot(new TreeMap<>(next), tallies, known, settled, clockSkew);
    }

    /** This snapshot with the clock skew that the latest answer showed. */
    public FleetSnapshot withClockSkew(Duration skew) {
        return new FleetSnapshot(sources, tallies, realms, realmsSettled, skew);
    }
}
