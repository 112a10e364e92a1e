package io.github.ticryptexporter.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one source: the data it holds now, and how its latest attempts went.
 *
 * @param reading the data; null before the first good answer and again once that has gone stale
 * @param lastSuccess the latest good answer, kept after its data went stale; null before the first
 * @param latest the latest attempt, good or bad; null before the first
 * @param consecutiveFailures failed attempts since the last success
 * @param failures failed attempts so far, by reason; reasons never seen are left out
 */
public record Source<T>(
        SourceId id,
        @Nullable Reading<T> reading,
        @Nullable Success lastSuccess,
        @Nullable Attempt latest,
        int consecutiveFailures,
        Map<FailureReason, Long> failures) {

    /**
     * A good answer.
     *
     * @param answeredAt the exporter's clock at the last byte
     * @param objects elements held
     * @param bytes size of the body, decompressed
     */
    public record Success(Instant answeredAt, int objects, long bytes) {}

    /**
     * One try.
     *
     * @param took from the request to the end of parsing
     * @param failure null when it succeeded
     */
    public record Attempt(
            Instant endedAt, Duration took, @Nullable Failure failure) {}

    /**
     * Why a try failed.
     *
     * @param message one line for a person; never holds a token or data of the answer
     */
    public record Failure(FailureReason reason, String message) {}

    public Source {
        failures = Collections.unmodifiableMap(new EnumMap<>(failures.isEmpty() ? NO_FAILURES : failures));
    }

    private static final Map<FailureReason, Long> NO_FAILURES = new EnumMap<>(FailureReason.class);

    /** A source that was never asked. */
    public static <T> Source<T> unread(SourceId id) {
        return new Source<>(id, null, null, null, 0, NO_FAILURES);
    }

    /** This source after a good answer. */
    public Source<T> succeeded(Reading<T> data, Success success, Duration took) {
        return new Source<>(id, data, success, new Attempt(success.answeredAt(), took, null), 0, failures);
    }

    /** This source after a failed attempt; the data it held stays, with its old instant. */
    public Source<T> failed(Instant endedAt, Duration took, Failure failure) {
        Map<FailureReason, Long> counted = new EnumMap<>(FailureReason.class);
        counted.putAll(failures);
        counted.merge(failure.reason(), 1L, Long::sum);
        Attempt attempt = new Attempt(endedAt, took, failure);
        return new Source<>(id, reading, lastSuccess, attempt, consecutiveFailures + 1, counted);
    }

    /** This source with other data from the same answers. */
    public Source<T> holding(Reading<T> data) {
        return new Source<>(id, data, lastSuccess, latest, consecutiveFailures, failures);
    }

    /** This source after its data went stale. */
    public Source<T> expired() {
        return new Source<>(id, null, lastSuccess, latest, consecutiveFailures, failures);
    }

    /** The data, while there is any. */
    public Optional<Reading<T>> data() {
        return Optional.ofNullable(reading);
    }

    /** Whether the latest attempt succeeded; false before the first. */
    public boolean isUp() {
        return latest != null && latest.failure() == null;
    }
}
