package io.github.ticryptexporter.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.fleet.LookedUp;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one route answered that is asked for one object at a time: each answer costs a request, so it is remembered for a
 * while, and that there is no such object is remembered too. Safe for threads.
 */
public final class LookUps {

    /** Answers that are remembered at most; the least used go first. */
    public static final int MOST = 10_000;

    /** Objects come to be, so that there is none is believed for less long. */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(15);

    private final Cache<String, LookedUp<?>> answers;

    /**
     * @param lifetime how long an answer is good
     * @param ticker nanoseconds that never go back
     */
    public LookUps(Duration lifetime, LongSupplier ticker) {
        Duration absence = lifetime.compareTo(LONGEST_ABSENCE) < 0 ? lifetime : LONGEST_ABSENCE;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, LookedUp<?>>writing(
                        (id, answer) -> answer.found() == null ? absence : lifetime))
                .ticker(ticker::getAsLong)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** What was answered for this id, while it is good; counts as a hit or a miss. */
    public Optional<LookedUp<?>> remembered(String id) {
        return Optional.ofNullable(answers.getIfPresent(id));
    }

    /** Keeps a good answer to {@link FleetApi#lookUp}. */
    public void remember(String id, ApiResult.Ok<?> answer) {
        answers.put(
                id,
                new LookedUp<>(
                        id, answer.items().isEmpty() ? null : answer.items().get(0)));
    }

    /** How well the memory serves. */
    public LookUpCount count() {
        CacheStats stats = answers.stats();
        return new LookUpCount(stats.hitCount(), stats.missCount(), stats.evictionCount(), answers.estimatedSize());
    }
}
