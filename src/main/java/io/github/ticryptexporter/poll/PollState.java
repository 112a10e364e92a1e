package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is known, what is read next and what there is to publish; moved on by attempts and by time. Not safe for threads;
 * {@link Poller} guards it.
 */
final class PollState {

    private PollSettings settings;
    private final LongSupplier ticker;
    private SnapshotUpdate update;
    private final Backoff backoff;
    private Schedule schedule;
    private LookUpQueue lookUps;
    private final EdgeLog log;

    private FleetSnapshot current;
    private boolean unpublished = true;

    /**
     * @param configured the routes that can be read
     * @param ticker nanoseconds that never go back
     */
    PollState(PollSettings settings, Set<Api> configured, LongSupplier ticker, RandomGenerator jitter, EdgeLog log) {
        this.settings = settings;
        this.ticker = ticker;
        this.update = new SnapshotUpdate(settings.realms(), configured);
        this.backoff = new Backoff(jitter);
        this.schedule = new Schedule(settings);
        this.lookUps = new LookUpQueue(settings, ticker);
        this.log = log;
        this.current = update.initial();
    }

    /**
     * What to ask the backend for.
     *
     * @param objectId null for a list
     */
    record Request(SourceId source, @Nullable String objectId) {}

    /**
     * What to expose.
     *
     * @param isComplete whether every list was read once
     */
    record Publication(FleetSnapshot snapshot, boolean isComplete) {}

    /** Makes every source due. */
    void begin() {
        long now = ticker.getAsLong();
        schedule.keep(current.sources().keySet(), now);
        schedule.hurry(now);
    }

    /** Obeys other settings; what is read no more is forgotten, what is new is due. */
    void obey(PollSettings other, Set<Api> configured) {
        long now = ticker.getAsLong();
        settings = other;
        update = new SnapshotUpdate(other.realms(), configured);
        schedule.obey(other, now);
        lookUps.obey(other);
        current = lookUps.appliedTo(update.adopted(current));
        schedule.keep(current.sources().keySet(), now);
        schedule.keepAsking(lookUps.asking(), now);
        unpublished = true;
    }

    /** Begins anew, as if nothing had ever been read. */
    void forget() {
        current = update.initial();
        schedule = new Schedule(settings);
        lookUps = new LookUpQueue(settings, ticker);
    }

    /** Whose turn it is, if anything is due. */
    Optional<Request> next() {
        return schedule.next(ticker.getAsLong())
                .map(Slot::id)
                .map(id -> new Request(id, lookUps.next(id.api()).orElse(null)));
    }

    /** Nanoseconds until something is due; without sources, for ever. */
    long untilDue() {
        return schedule.untilDue(ticker.getAsLong()).orElse(Long.MAX_VALUE);
    }

    /** How long until each source is due, zero where it is; look-ups with nothing to ask for are left out. */
    Map<SourceId, Duration> untilNextTry() {
        return schedule.untilEachIsDue(ticker.getAsLong());
    }

    /** Nanoseconds until there is something to publish, 0 when there is; while no data can go stale, for ever. */
    long untilPublish() {
        return unpublished ? 0 : schedule.untilStale(ticker.getAsLong()).orElse(Long.MAX_VALUE);
    }

    /** What was answered 401 or 403 last and is not due. */
    List<SourceId> rejected() {
        return schedule.rejected(ticker.getAsLong());
    }

    /** Makes this source due at once. */
    void hurry(SourceId source) {
        schedule.slot(source).ifPresent(slot -> slot.hurry(ticker.getAsLong()));
    }

    /**
     * Takes in what an attempt came to that was begun at {@code startedAt} of the ticker; one to read what is read no more is
     * of no use.
     */
    void attempted(Request request, ApiResult<?> result, long startedAt) {
        long now = ticker.getAsLong();
        SourceId id = request.source();
        Optional<Slot> polled = schedule.slot(id);
        if (polled.isEmpty()) {
            return;
        }
        Slot slot = polled.get();
        if (result instanceof ApiResult.Failed<?> failed) {
            slot.failed(failed, startedAt, now, backoff);
        } else {
            slot.succeeded(startedAt, now);
        }
        FleetSnapshot before = current;
        if (request.objectId() != null) {
            lookUps.answered(id.api(), request.objectId(), result);
        }
        current = lookUps.appliedTo(update.after(before, id, result));
        schedule.keep(current.sources().keySet(), now);
        schedule.keepAsking(lookUps.asking(), now);
        unpublished = true;
        log.attempted(id, result, Duration.ofNanos(Math.max(0, slot.dueAt() - now)));
        log.realms(before.realms(), current.realms());
    }

    /** Has what is known published once more. */
    void publishAgain() {
        unpublished = true;
    }

    /** The current snapshot, stale data left out, unless nothing changed since the last time. */
    Optional<Publication> toPublish() {
        dropStale();
        if (!unpublished) {
            return Optional.empty();
        }
        unpublished = false;
        return Optional.of(new Publication(current, schedule.wereAllAttempted()));
    }

    private void dropStale() {
        long now = ticker.getAsLong();
        List<Slot> stale =
                schedule.slots().stream().filter(slot -> slot.isStale(now)).toList();
        for (Slot slot : stale) {
            slot.expire();
            current = update.expired(current, slot.id());
            unpublished = true;
            log.expired(slot.id(), settings.staleAfter(slot.id().api()));
        }
        if (!stale.isEmpty()) {
            // Answers that went stale leave their questions open.
            current = lookUps.appliedTo(current);
            schedule.keepAsking(lookUps.asking(), now);
        }
    }
}
