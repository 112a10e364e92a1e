package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.FleetApi;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A backend with two realms that answers at once, or fails as it is told, on a manual clock. */
final class FakeFleetApi implements FleetApi {

    final List<SourceId> reads = new ArrayList<>();
    final Set<SourceId> newTokens = new HashSet<>();
    final List<String> lookUps = new ArrayList<>();
    final Map<SourceId, List<?>> lists = new HashMap<>();
    final Map<String, Object> objects = new HashMap<>();
    List<String> realms = List.of("alpha", "beta");

    /** What happens during the next read. */
    Runnable meanwhile = () -> {};

    private final ManualClock clock;
    private final Map<SourceId, Trouble> troubles = new HashMap<>();

    private record Trouble(
            FailureReason reason, Duration takes, @Nullable Duration retryAfter) {}

    FakeFleetApi(ManualClock clock) {
        this.clock = clock;
    }

    void fail(SourceId id, FailureReason reason) {
        troubles.put(id, new Trouble(reason, Duration.ZERO, null));
    }

    void failAskingToWait(SourceId id, FailureReason reason, Duration retryAfter) {
        troubles.put(id, new Trouble(reason, Duration.ZERO, retryAfter));
    }

    /** Makes reads of the source use up the whole request timeout. */
    void stall(SourceId id) {
        troubles.put(id, new Trouble(FailureReason.TIMEOUT, Duration.ofSeconds(30), null));
    }

    void heal(SourceId id) {
        troubles.remove(id);
    }

    @Override
    public ApiResult<?> read(SourceId source) {
        reads.add(source);
        meanwhile.run();
        ApiResult<?> told = told(source);
        return told == null
                ? new ApiResult.Ok<>(items(source), 100, Map.of(), null, exchange(200, Duration.ofMillis(10)))
                : told;
    }

    private @Nullable ApiResult<?> told(SourceId source) {
        Trouble trouble = troubles.get(source);
        if (trouble == null) {
            return null;
        }
        clock.advance(trouble.takes());
        Integer status = trouble.reason() == FailureReason.TIMEOUT ? null : 503;
        return new ApiResult.Failed<>(
                trouble.reason(), "told to fail", trouble.retryAfter(), exchange(status, trouble.takes()));
    }

    @Override
    public ApiResult<?> lookUp(Api api, String id) {
        lookUps.add(api.label() + " " + id);
        ApiResult<?> told = told(SourceId.site(api));
        if (told != null) {
            return told;
        }
        Object found = objects.get(id);
        int status = found == null ? 404 : 200;
        return new ApiResult.Ok<>(
                found == null ? List.of() : List.of(found),
                10,
                Map.of(),
                null,
                exchange(status, Duration.ofMillis(10)));
    }

    private List<?> items(SourceId source) {
        List<?> listed = lists.get(source);
        if (listed != null) {
            return listed;
        }
        return source.api() == Api.DRIVES
                ? realms.stream().map(Fleets::aDriveIn).toList()
                : List.of();
    }

    private ApiResult.Exchange exchange(@Nullable Integer status, Duration took) {
        return new ApiResult.Exchange(clock.instant(), took, status, null, null);
    }

    @Override
    public boolean hasNewToken(SourceId source) {
        return newTokens.contains(source);
    }
}
