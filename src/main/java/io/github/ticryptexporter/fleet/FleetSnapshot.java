package io.github.ticryptexporter.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything known at one moment; immutable, and all that is remembered between polls.
 *
 * @param sources every configured source, one for each known realm where the route is asked per realm; look-ups from the
 *     first one on
 * @param tallies one for each configured route; look-ups from the first one on
 * @param lookUps by route that is asked for one object at a time, what became of what the lists leave open
 * @param transitions by realm, the configs that are starting or stopping, by id
 * @param realms the known realms, sorted
 * @param realmsSettled false while the drives have yet to say, for the first time, which realms there are
 * @param clockSkew the Date header of the latest answer less the own clock; null before the first
 */
public record FleetSnapshot(
        SortedMap<SourceId, Source<?>> sources,
        SortedMap<Api, ApiTally> tallies,
        SortedMap<Api, LookUpState> lookUps,
        SortedMap<String, Map<String, InTransition>> transitions,
        SortedSet<String> realms,
        boolean realmsSettled,
        @Nullable Duration clockSkew) {

    /** Nothing configured, nothing known. */
    public static final FleetSnapshot EMPTY = new FleetSnapshot(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedSet(),
            false,
            null);

    public FleetSnapshot {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        tallies = Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
        lookUps = Collections.unmodifiableSortedMap(new TreeMap<>(lookUps));
        transitions = Collections.unmodifiableSortedMap(new TreeMap<>(transitions));
        realms = Collections.unmodifiableSortedSet(new TreeSet<>(realms));
    }

    /**
     * What became of the questions that the lists leave open for one look-up route.
     *
     * @param isComplete whether each has an answer, be it that there is no such object
     */
    public record LookUpState(LookUpCount count, boolean isComplete) {}

    public Optional<Reading<DriveInfo>> drives() {
        return reading(SourceId.site(Api.DRIVES));
    }

    public Optional<Reading<VmInfo>> vms(String realm) {
        return reading(new SourceId(Api.VMS, realm));
    }

    public Optional<Reading<VmConfigInfo>> vmConfigs(String realm) {
        return reading(new SourceId(Api.VM_CONFIGS, realm));
    }

    public Optional<Reading<ImageInfo>> vmImages(String realm) {
        return reading(new SourceId(Api.VM_IMAGES, realm));
    }

    public Optional<Reading<TeamInfo>> teams() {
        return reading(SourceId.site(Api.TEAMS));
    }

    public Optional<Reading<ProjectInfo>> projects() {
        return reading(SourceId.site(Api.PROJECTS));
    }

    public Optional<Reading<UserInfo>> users() {
        return reading(SourceId.site(Api.USERS));
    }

    /** The accounts at an identity provider. */
    public Optional<Reading<IdentityUser>> accounts(IdentityProvider provider) {
        return reading(SourceId.site(provider.api()));
    }

    /** What {@link Api#TEAM_QUOTAS} answered, for teams that the list has without. */
    public List<LookedUp<Quota>> teamQuotas() {
        return lookedUp(Api.TEAM_QUOTAS);
    }

    /** What {@link Api#PROJECT} answered, for projects that VMs or drives name and the list lacks. */
    public List<LookedUp<ProjectInfo>> lookedUpProjects() {
        return lookedUp(Api.PROJECT);
    }

    /**
     * What a route answered that is asked for one object at a time.
     *
     * @param <T> what it answers, which follows from the route
     */
    public <T> List<LookedUp<T>> lookedUp(Api api) {
        Optional<Reading<LookedUp<T>>> reading = reading(SourceId.site(api));
        return reading.map(Reading::items).orElse(List.of());
    }

    /** The realm's configs that are starting or stopping, by id. */
    public Map<String, InTransition> transitions(String realm) {
        return transitions.getOrDefault(realm, Map.of());
    }

    /**
     * Whether the route holds data; for one that is asked per realm, whether it does for every known realm, of which
     * there must be at least one; for one that is asked for single objects, whether no question is open. Half a picture is
     * no picture.
     */
    public boolean holds(Api api) {
        return switch (api.scope()) {
            case SITE -> reading(SourceId.site(api)).isPresent();
            case REALM -> realmsSettled && !realms.isEmpty() && realms.stream().allMatch(realm -> holds(api, realm));
            case OBJECT -> !lookUps.containsKey(api) || lookUps.get(api).isComplete();
        };
    }

    /** Whether the route holds data that covers the realm. */
    public boolean holds(Api api, String realm) {
        return api.scope() == Api.Scope.REALM
                ? reading(new SourceId(api, realm)).isPresent()
                : holds(api);
    }

    /** Whether all these routes hold data. */
    public boolean holds(Set<Api> apis) {
        return apis.stream().allMatch(this::holds);
    }

    /** Whether all these routes hold data that covers the realm. */
    public boolean holds(Set<Api> apis, String realm) {
        return apis.stream().allMatch(api -> holds(api, realm));
    }

    /** Whether this source holds data. */
    public boolean holds(SourceId id) {
        return holds(id.api(), id.realm());
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
        return new FleetSnapshot(next, tallies, lookUps, transitions, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with one route's tally changed. */
    public FleetSnapshot withTally(Api api, UnaryOperator<ApiTally> change) {
        SortedMap<Api, ApiTally> next = new TreeMap<>(tallies);
        next.put(api, change.apply(tallies.getOrDefault(api, ApiTally.NONE)));
        return new FleetSnapshot(sources, next, lookUps, transitions, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with a tally for each of these routes, look-ups from the first on, and for no other. */
    public FleetSnapshot withTalliesOf(Set<Api> routes) {
        SortedMap<Api, ApiTally> next = new TreeMap<>();
        for (Api api : routes) {
            if (api.scope() != Api.Scope.OBJECT || tallies.containsKey(api)) {
                next.put(api, tallies.getOrDefault(api, ApiTally.NONE));
            }
        }
        return new FleetSnapshot(sources, next, lookUps, transitions, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with another state of one route's look-ups. */
    public FleetSnapshot withLookUps(Api api, LookUpState state) {
        SortedMap<Api, LookUpState> next = new TreeMap<>(lookUps);
        next.put(api, state);
        return new FleetSnapshot(sources, tallies, next, transitions, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with other configs of the realm starting or stopping. */
    public FleetSnapshot withTransitions(String realm, Map<String, InTransition> configs) {
        SortedMap<String, Map<String, InTransition>> next = new TreeMap<>(transitions);
        next.put(realm, Map.copyOf(configs));
        return new FleetSnapshot(sources, tallies, lookUps, next, realms, realmsSettled, clockSkew);
    }

    /** This snapshot with another set of sources and known realms. */
    public FleetSnapshot withSources(Map<SourceId, Source<?>> next, SortedSet<String> known, boolean settled) {
        return new FleetSnapshot(new TreeMap<>(next), tallies, lookUps, transitions, known, settled, clockSkew);
    }

    /** This snapshot with the clock skew that the latest answer showed. */
    public FleetSnapshot withClockSkew(Duration skew) {
        return new FleetSnapshot(sources, tallies, lookUps, transitions, realms, realmsSettled, skew);
    }
}
