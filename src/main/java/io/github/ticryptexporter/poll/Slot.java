package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When one source is next read and when its data goes stale; times are nanoseconds of the poller's ticker. */
final class Slot {

    private static final Duration MIN_RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(15);

    private final SourceId id;
    private Duration interval;
    private Duration staleAfter;
    private long dueAt;
    private int failures;
    private boolean attempted;
    private boolean tokenRejected;
    private boolean toldToWait;
    private boolean resting;
    private @Nullable Long staleAt;

    Slot(SourceId id, PollSettings settings, long now) {
        this.id = id;
        this.interval = settings.interval(id.api());
        this.staleAfter = settings.staleAfter(id.api());
        this.dueAt = now;
    }

    /** Obeys another interval, counted from when it last answered; what fails is tried again within it. */
    void obey(PollSettings settings, long now) {
        long later = settings.interval(id.api()).minus(interval).toNanos();
        long staleLater = settings.staleAfter(id.api()).minus(staleAfter).toNanos();
        interval = settings.interval(id.api());
        staleAfter = settings.staleAfter(id.api());
        staleAt = staleAt == null ? null : (Long) (staleAt + staleLater);
        if (failures > 0 && !toldToWait) {
            dueAt = sooner(dueAt, now + interval.toNanos());
        } else if (failures == 0 && attempted) {
            dueAt += later;
        }
    }

    SourceId id() {
        return id;
    }

    boolean wasAttempted() {
        return attempted;
    }

    /** Whether the latest answer was 401 or 403, so that a new token is worth a try before the interval is over. */
    boolean isTokenRejected() {
        return tokenRejected;
    }

    long dueAt() {
        return dueAt;
    }

    boolean isDue(long now) {
        return !resting && dueAt - now <= 0;
    }

    boolean isResting() {
        return resting;
    }

    /** How late the source is, in units of its interval; a look-up waits for its turn no longer than a list does. */
    double lateness(long now) {
        boolean isLookUp = id.api().scope() == Api.Scope.OBJECT;
        long turn = isLookUp ? Math.min(interval.toNanos(), LONGEST_TURN.toNanos()) : interval.toNanos();
        return (now - dueAt) / (double) turn;
    }

    /** Leaves a look-up alone while nothing is to be asked for; what was answered does not go stale meanwhile. */
    void rest(long now) {
        resting = true;
        staleAt = staleAt == null ? null : (Long) (now + staleAfter.toNanos());
    }

    /** Makes a look-up due, unless its latest attempt failed and is to be waited for. */
    void wake(long now) {
        resting = false;
        dueAt = failures == 0 ? sooner(dueAt, now) : dueAt;
    }

    /** Whether the latest answer said how long to stay away. */
    boolean isToldToWait() {
        return toldToWait;
    }

    /** Makes the source due at once. */
    void hurry(long now) {
        dueAt = now;
    }

    /** When its data goes stale; null while it holds none. */
    @Nullable
    Long staleAt() {
        return staleAt;
    }

    boolean isStale(long now) {
        return staleAt != null && staleAt - now <= 0;
    }

    void expire() {
        staleAt = null;
    }

    void succeeded(long startedAt, long endedAt) {
        attempted = true;
        failures = 0;
        tokenRejected = false;
        toldToWait = false;
        staleAt = endedAt + staleAfter.toNanos();
        dueAt = startedAt + interval.toNanos();
    }

    void failed(ApiResult.Failed<?> failure, long startedAt, long endedAt, Backoff backoff) {
        attempted = true;
        failures++;
        tokenRejected = failure.reason() == FailureReason.UNAUTHORIZED || failure.reason() == FailureReason.FORBIDDEN;
        toldToWait = failure.retryAfter().isPresent();
        long afterInterval = startedAt + interval.toNanos();
        dueAt = failure.retryAfter()
                .map(wait -> endedAt + bounded(wait).toNanos())
                .orElseGet(() -> switch (failure.reason()) {
                    case TIMEOUT -> endedAt + interval.toNanos();
                    case UNAUTHORIZED, FORBIDDEN -> afterInterval;
                    case NOT_FOUND,
                            RATE_LIMITED,
                            CLIENT_ERROR,
                            SERVER_ERROR,
                            CONNECT,
                            TLS,
                            MALFORMED,
                            TOO_LARGE,
                            UNEXPECTED_STATUS ->
                        sooner(afterInterval, endedAt + backoff.after(failures).toNanos());
                });
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(MIN_RETRY_AFTER) < 0) {
            return MIN_RETRY_AFTER;
        }
        return wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
    }

    private static long sooner(long left, long right) {
        return left - right < 0 ? left : right;
    }
}
