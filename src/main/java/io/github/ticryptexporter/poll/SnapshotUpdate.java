package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiResult.Exchange;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ApiTally;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.InTransition;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.VmConfigInfo;
import io.github.ticryptexporter.fleet.VmConfigState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The previous snapshot and what one attempt came to, made into the next snapshot. */
final class SnapshotUpdate {

    private final RealmSettings realms;
    private final Set<Api> configured;

    /** @param configured the routes that can be read; others never are */
    SnapshotUpdate(RealmSettings realms, Set<Api> configured) {
        this.realms = realms;
        this.configured = new TreeSet<>(configured);
    }

    /** The snapshot before the first attempt: every source that is configured, none of them read. */
    FleetSnapshot initial() {
        return withRealms(FleetSnapshot.EMPTY.withTalliesOf(configured), realms.known(List.of()), !discovers());
    }

    /** The previous snapshot without what is read no more and with what is new, unread. */
    FleetSnapshot adopted(FleetSnapshot previous) {
        FleetSnapshot next = previous.withTalliesOf(configured);
        List<String> named = next.drives().map(SnapshotUpdate::realms).orElseGet(() -> List.copyOf(previous.realms()));
        return withRealms(next, realms.known(named), previous.realmsSettled() || !discovers());
    }

    /** The next snapshot after an attempt to read this source. */
    FleetSnapshot after(FleetSnapshot previous, SourceId id, ApiResult<?> result) {
        FleetSnapshot counted = counted(previous, id.api(), result);
        FleetSnapshot next = result instanceof ApiResult.Ok<?> ok
                ? counted.with(succeeded(source(previous, id), ok))
                : counted.with(failed(source(previous, id), (ApiResult.Failed<?>) result));
        return switch (id.api()) {
            case DRIVES -> discovers() ? rediscovered(next, result) : next;
            case VM_CONFIGS -> withTransitions(next, id.realm(), result);
            case VMS,
                    TEAMS,
                    VM_IMAGES,
                    PROJECTS,
                    USERS,
                    IDENTITY_MONOCLOUD,
                    IDENTITY_ALLTHENTICATE,
                    TEAM_QUOTAS,
                    PROJECT -> next;
        };
    }

    /** The next snapshot after this source's data went stale. */
    FleetSnapshot expired(FleetSnapshot previous, SourceId id) {
        return previous.with(source(previous, id).expired());
    }

    private static Source<?> source(FleetSnapshot snapshot, SourceId id) {
        return snapshot.sources().getOrDefault(id, Source.unread(id));
    }

    /** The types of source and answer agree because both follow from the route. */
    @SuppressWarnings("unchecked")
    private static <T> Source<T> succeeded(Source<T> source, ApiResult.Ok<?> ok) {
        Exchange exchange = ok.exchange();
        Source.Success success =
                new Source.Success(exchange.endedAt(), ok.items().size(), ok.bytes());
        boolean isLookUp = source.id().api().scope() == Api.Scope.OBJECT;
        List<T> items = isLookUp ? lookedUpBefore(source) : (List<T>) ok.items();
        return source.succeeded(new Reading<>(items, exchange.judgedAt()), success, exchange.took());
    }

    /** What a look-up answers is one object; {@link LookUpQueue} puts it among the others. */
    private static <T> List<T> lookedUpBefore(Source<T> source) {
        return source.data().map(Reading::items).orElse(List.of());
    }

    private static Source<?> failed(Source<?> source, ApiResult.Failed<?> failed) {
        Exchange exchange = failed.exchange();
        return source.failed(
                exchange.endedAt(), exchange.took(), new Source.Failure(failed.reason(), failed.message()));
    }

    private static FleetSnapshot counted(FleetSnapshot previous, Api api, ApiResult<?> result) {
        Exchange exchange = result.exchange();
        FleetSnapshot next = previous.withTally(api, tally -> tally(tally, result));
        // A provider's clock says nothing of the backend's, and two would take turns in one gauge.
        boolean isOfBackend = api.token().isPresent();
        return isOfBackend && exchange.clockSkew() != null ? next.withClockSkew(exchange.clockSkew()) : next;
    }

    private static ApiTally tally(ApiTally tally, ApiResult<?> result) {
        Integer status = result.exchange().status();
        ApiTally answered = status == null
                ? tally
                : tally.plusResponse(status, result.exchange().took().toNanos() / 1e9);
        return result instanceof ApiResult.Ok<?> ok ? answered.plusAnomalies(ok.anomalies()) : answered;
    }

    /** A config that is still in the state it was seen in keeps the instant; one that left it is forgotten. */
    private static FleetSnapshot withTransitions(FleetSnapshot snapshot, String realm, ApiResult<?> result) {
        if (result instanceof ApiResult.Failed<?>) {
            return snapshot;
        }
        Map<String, InTransition> before = snapshot.transitions(realm);
        Instant now = result.exchange().endedAt();
        Map<String, InTransition> transitions = new HashMap<>();
        for (VmConfigInfo config : snapshot.vmConfigs(realm).orElseThrow().items()) {
            VmConfigState state = config.state();
            if (state == VmConfigState.STARTING || state == VmConfigState.STOPPING) {
                InTransition seen = before.get(config.id());
                boolean still = seen != null && seen.state() == state;
                transitions.put(config.id(), still ? seen : new InTransition(state, now));
            }
        }
        return snapshot.withTransitions(realm, transitions);
    }

    /** Realms come from the drives alone; without their token only the configured ones are known. */
    private boolean discovers() {
        return realms.discover() && configured.contains(Api.DRIVES);
    }

    /** A failed first answer settles the matter too: the configured realms are then all that is known. */
    private FleetSnapshot rediscovered(FleetSnapshot snapshot, ApiResult<?> result) {
        if (result instanceof ApiResult.Failed<?>) {
            return withRealms(snapshot, snapshot.realms(), true);
        }
        List<String> named = snapshot.drives().map(SnapshotUpdate::realms).orElse(List.of());
        return withRealms(snapshot, realms.known(named), true);
    }

    private static List<String> realms(Reading<DriveInfo> drives) {
        return drives.items().stream().map(DriveInfo::realm).distinct().toList();
    }

    private FleetSnapshot withRealms(FleetSnapshot snapshot, SortedSet<String> known, boolean settled) {
        Map<SourceId, Source<?>> sources = new TreeMap<>(snapshot.sources());
        sources.keySet().removeIf(id -> id.api().scope() != Api.Scope.OBJECT || !configured.contains(id.api()));
        for (Api api : configured) {
            for (SourceId id : ids(api, known)) {
                sources.put(id, source(snapshot, id));
            }
        }
        return snapshot.withSources(sources, known, settled);
    }

    private static List<SourceId> ids(Api api, SortedSet<String> known) {
        return switch (api.scope()) {
            case SITE -> List.of(SourceId.site(api));
            case REALM -> known.stream().map(realm -> new SourceId(api, realm)).toList();
            case OBJECT -> List.of();
        };
    }
}
