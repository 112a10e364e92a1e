package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.FailureReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one attempt to read a route came to. Expected trouble is a value here, never an exception. */
public sealed interface ApiResult<T> {

    /** The request and the answer as such, whatever it held. */
    Exchange exchange();

    /**
     * A good answer.
     *
     * @param items in the order of the answer, ids unique; of a look-up the one object, or none where there is no such
     * @param bytes size of the body, decompressed
     * @param anomalies what was dropped or folded, by kind; kinds not met are left out
     * @param firstAnomaly the first of them in words: JSON path, expectation, actual; null when there was none
     */
    record Ok<T>(
            List<T> items,
            long bytes,
            Map<AnomalyKind, Integer> anomalies,
            @Nullable String firstAnomaly,
            Exchange exchange)
            implements ApiResult<T> {
        public Ok {
            items = List.copyOf(items);
        }
    }

    /**
     * No usable answer.
     *
     * @param message one line: route, expectation, actual; never holds a token or data of the answer
     * @param requestedWait how long the backend asked to be left alone ({@code Retry-After}); null when it did not
     */
    record Failed<T>(
            FailureReason reason, String message, @Nullable Duration requestedWait, Exchange exchange)
            implements ApiResult<T> {

        /** How long the backend asked to be left alone. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(requestedWait);
        }
    }

    /**
     * One request and what came back.
     *
     * @param endedAt the exporter's clock at the last byte, or when the attempt was given up
     * @param took connect to last byte, parsing included
     * @param status null when no answer came
     * @param serverDate the answer's Date header; null without one
     * @param clockSkew the Date header less the exporter's clock when it came; null without one
     */
    record Exchange(
            Instant endedAt,
            Duration took,
            @Nullable Integer status,
            @Nullable Instant serverDate,
            @Nullable Duration clockSkew) {

        /** The instant that ages in the answer are judged against. */
        public Instant judgedAt() {
            return serverDate == null ? endedAt : serverDate;
        }
    }
}
