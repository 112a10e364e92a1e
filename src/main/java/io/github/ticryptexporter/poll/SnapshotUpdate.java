package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiResult.Exchange;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ApiTally;
import io.github.ticryptexporter.fleet.DriveInfo;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The previous snapshot and what one attempt came to, made into the next snapshot. */
final class SnapshotUpdate {

    private final RealmSettings realms;
    private final Set<Api> configured;

    /** @param tokens the tokens that are configured; routes of others are never read */
    SnapshotUpdate(RealmSettings realms, Set<TokenKind> tokens) {
        this.realms = realms;
        this.configured = EnumSet.allOf(Api.class).stream()
                .filter(api -> tokens.contains(api.token()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Api.class)));
    }

    /** The snapshot before the first attempt: every source that is configured, none of them read. */
    FleetSnapshot initial() {
        FleetSnapshot empty = FleetSnapshot.EMPTY;
        for (Api api : configured) {
            empty = empty.withTally(api, tally -> tally);
        }
        return withRealms(empty, realms.known(List.of()), !discovers());
    }

    /** The next snapshot after an attempt to read this source. */
    FleetSnapshot after(FleetSnapshot previous, SourceId id, ApiResult<?> result) {
        FleetSnapshot counted = counted(previous, id.api(), result);
        FleetSnapshot next = result instanceof ApiResult.Ok<?> ok
                ? counted.with(succeeded(source(previous, id), ok))
                : counted.with(failed(source(previous, id), (ApiResult.Failed<?>) result));
        return id.api() == Api.DRIVES && discovers() ? rediscovered(next, result) : next;
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
    private static <T> Source<T> succeeded(Source<?> source, ApiResult.Ok<T> ok) {
        Exchange exchange = ok.exchange();
        Source.Success success =
                new Source.Success(exchange.endedAt(), ok.items().size(), ok.bytes());
        return ((Source<T>) source).succeeded(new Reading<>(ok.items(), exchange.judgedAt()), success, exchange.took());
    }

    private static Source<?> failed(Source<?> source, ApiResult.Failed<?> failed) {
        Exchange exchange = failed.exchange();
        return source.failed(
                exchange.endedAt(), exchange.took(), new Source.Failure(failed.reason(), failed.message()));
    }

    private static FleetSnapshot counted(FleetSnapshot previous, Api api, ApiResult<?> result) {
        Exchange exchange = result.exchange();
        FleetSnapshot next = previous.withTally(api, tally -> tally(tally, result));
        return exchange.clockSkew() == null ? next : next.withClockSkew(exchange.clockSkew());
    }

    private static ApiTally tally(ApiTally tally, ApiResult<?> result) {
        Integer status = result.exchange().status();
        ApiTally answered = status == null
                ? tally
                : tally.plusResponse(status, result.exchange().took().toNanos() / 1e9);
        return result instanceof ApiResult.Ok<?> ok ? answered.plusAnomalies(ok.anomalies()) : answered;
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
        List<String> named = snapshot.drives().stream()
                .flatMap(drives -> drives.items().stream())
                .map(DriveInfo::realm)
                .distinct()
                .toList();
        return withRealms(snapshot, realms.known(named), true);
    }

    private FleetSnapshot withRealms(FleetSnapshot snapshot, SortedSet<String> known, boolean settled) {
        Map<SourceId, Source<?>> sources = new TreeMap<>();
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
        };
    }
}
