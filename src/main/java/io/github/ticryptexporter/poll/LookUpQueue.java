package io.github.ticryptexporter.poll;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.LookUps;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.Reading;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.LongSupplier;

/**
 * Which objects the lists leave a question about, what was answered, and which is asked for next. Not safe for threads;
 * {@link Poller} guards it.
 */
final class LookUpQueue {

    private final LongSupplier ticker;
    private final Map<Api, LookUps> memories = new EnumMap<>(Api.class);
    private PollSettings settings;
    private final OpenQuestions questions = new OpenQuestions();
    private final Map<Api, List<String>> waiting = new EnumMap<>(Api.class);
    /** Ids whose latest look-up failed, the longest ago first. */
    private final Map<Api, Set<String>> failed = new EnumMap<>(Api.class);

    /** @param ticker nanoseconds that never go back */
    LookUpQueue(PollSettings settings, LongSupplier ticker) {
        this.settings = settings;
        this.ticker = ticker;
        for (Api api : Api.values()) {
            if (api.scope() == Api.Scope.OBJECT) {
                memories.put(api, new LookUps(settings.interval(api), ticker));
            }
        }
    }

    /** Remembers for as long as these settings say; where that is another time, what is known is asked for again. */
    void obey(PollSettings other) {
        memories.replaceAll((api, memory) ->
                other.interval(api).equals(settings.interval(api)) ? memory : new LookUps(other.interval(api), ticker));
        settings = other;
    }

    /** Routes that have something to be asked for. */
    Set<Api> asking() {
        return waiting.keySet();
    }

    /** The id to ask for next. */
    Optional<String> next(Api api) {
        List<String> ids = waiting.getOrDefault(api, List.of());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(0));
    }

    /** Takes in what was answered for this id. */
    void answered(Api api, String id, ApiResult<?> result) {
        Set<String> failures = failures(api);
        failures.remove(id);
        if (result instanceof ApiResult.Ok<?> ok) {
            memory(api).remember(id, ok);
        } else {
            failures.add(id);
        }
    }

    private Set<String> failures(Api api) {
        return failed.computeIfAbsent(api, unseen -> new LinkedHashSet<>());
    }

    /**
     * This snapshot with what is known of the objects that its lists ask for. An answer that is no longer good stays until
     * the next one is there.
     */
    FleetSnapshot appliedTo(FleetSnapshot snapshot) {
        FleetSnapshot next = snapshot;
        waiting.clear();
        for (Api api : memories.keySet()) {
            next = applied(api, next);
        }
        return next;
    }

    private FleetSnapshot applied(Api api, FleetSnapshot snapshot) {
        Map<String, LookedUp<?>> before = new HashMap<>();
        snapshot.lookedUp(api).forEach(answer -> before.put(answer.id(), answer));
        SortedSet<String> wanted = questions.of(api, snapshot);
        Map<String, LookedUp<?>> known = new LinkedHashMap<>();
        List<String> unanswered = new ArrayList<>();
        List<String> outdated = new ArrayList<>();
        for (String id : wanted) {
            LookedUp<?> remembered = memory(api).remembered(id).orElse(null);
            LookedUp<?> answer = remembered == null ? before.get(id) : remembered;
            if (answer != null) {
                known.put(id, answer);
            }
            if (remembered == null) {
                (answer == null ? unanswered : outdated).add(id);
            }
        }
        queue(api, unanswered, outdated, known.size());
        FleetSnapshot counted =
                snapshot.withLookUps(api, new LookUpState(memory(api).count(), known.size() == wanted.size()));
        Source<?> source = snapshot.sources().get(SourceId.site(api));
        return source == null ? counted : counted.with(holding(source, List.copyOf(known.values())));
    }

    /**
     * What was never answered goes first, what failed last, so that it holds up nothing else; what the memory has no room
     * for is not asked for.
     */
    private void queue(Api api, List<String> unanswered, List<String> outdated, int known) {
        int room = Math.max(0, LookUps.MOST - known);
        Set<String> wanted = new LinkedHashSet<>(unanswered.subList(0, Math.min(room, unanswered.size())));
        wanted.addAll(outdated);
        Set<String> failures = failures(api);
        failures.retainAll(wanted);
        wanted.removeAll(failures);
        wanted.addAll(failures);
        if (!wanted.isEmpty()) {
            waiting.put(api, List.copyOf(wanted));
        }
    }

    /** The types of source and answers agree because both follow from the route. */
    @SuppressWarnings("unchecked")
    private static <T> Source<T> holding(Source<T> source, List<?> answers) {
        return source.reading() == null
                ? source
                : source.holding(
                        new Reading<>((List<T>) answers, source.reading().judgedAt()));
    }

    private LookUps memory(Api api) {
        LookUps memory = memories.get(api);
        if (memory == null) {
            throw new IllegalArgumentException(api + " answers lists");
        }
        return memory;
    }
}
