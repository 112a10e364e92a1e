package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.SourceId;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which source is read next: of those that are due the one latest in units of its interval, so that routes which hang
 * never starve one that answers. Not safe for threads; {@link Poller} guards it.
 */
final class Schedule {

    private PollSettings settings;
    private final TreeMap<SourceId, Slot> slots = new TreeMap<>();

    Schedule(PollSettings settings) {
        this.settings = settings;
    }

    /** Obeys other intervals. */
    void obey(PollSettings other, long now) {
        settings = other;
        slots.values().forEach(slot -> slot.obey(other, now));
    }

    /** Makes everything due that was not told to wait. */
    void hurry(long now) {
        slots.values().stream()
                .filter(slot -> !slot.isDue(now) && !slot.isToldToWait())
                .forEach(slot -> slot.hurry(now));
    }

    /** Takes in new lists, due at once, and forgets those that are not among {@code sources}. */
    void keep(Set<SourceId> sources, long now) {
        slots.keySet().removeIf(id -> id.api().scope() != Api.Scope.OBJECT && !sources.contains(id));
        sources.forEach(id -> slots.computeIfAbsent(id, unseen -> new Slot(unseen, settings, now)));
    }

    /** Wakes the look-ups that have something to ask for and lets the others rest. */
    void keepAsking(Set<Api> asking, long now) {
        asking.forEach(api -> slots.computeIfAbsent(SourceId.site(api), unseen -> new Slot(unseen, settings, now)));
        for (Slot slot : slots.values()) {
            Api api = slot.id().api();
            if (asking.contains(api)) {
                slot.wake(now);
            } else if (api.scope() == Api.Scope.OBJECT) {
                slot.rest(now);
            }
        }
    }

    Optional<Slot> slot(SourceId id) {
        return Optional.ofNullable(slots.get(id));
    }

    Collection<Slot> slots() {
        return slots.values();
    }

    /** The source to read now, if any is due; equally late ones in the order of {@link SourceId}. */
    Optional<Slot> next(long now) {
        return slots.values().stream()
                .filter(slot -> slot.isDue(now))
                .max(Comparator.<Slot>comparingDouble(slot -> slot.lateness(now))
                        .thenComparing(Slot::id, Comparator.reverseOrder()));
    }

    /** Sources whose token was rejected and that are not due; a new one is no reason to come sooner than was asked for. */
    List<SourceId> rejected(long now) {
        return slots.values().stream()
                .filter(slot -> slot.isTokenRejected() && !slot.isDue(now) && !slot.isToldToWait())
                .map(Slot::id)
                .toList();
    }

    /** Whether every list was read once; look-ups come up at any time. */
    boolean wereAllAttempted() {
        return slots.values().stream()
                .filter(slot -> slot.id().api().scope() != Api.Scope.OBJECT)
                .allMatch(Slot::wasAttempted);
    }

    /** Nanoseconds until the next source is due, 0 when one is; empty without sources. */
    OptionalLong untilDue(long now) {
        return slots.values().stream()
                .filter(slot -> !slot.isResting())
                .mapToLong(slot -> Math.max(0, slot.dueAt() - now))
                .min();
    }

    /** How long until each source is due, zero where it is; those that rest are left out. */
    Map<SourceId, Duration> untilEachIsDue(long now) {
        return slots.values().stream()
                .filter(slot -> !slot.isResting())
                .collect(Collectors.toMap(Slot::id, slot -> Duration.ofNanos(Math.max(0, slot.dueAt() - now))));
    }

    /** Nanoseconds until the next data goes stale, 0 when some is; empty while none is held. */
    OptionalLong untilStale(long now) {
        return slots.values().stream()
                .map(Slot::staleAt)
                .filter(Objects::nonNull)
                .mapToLong(staleAt -> Math.max(0, staleAt - now))
                .min();
    }
}
