package io.github.ticryptexporter.fleet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has been counted for one route over all its realms since the start; only ever grows.
 *
 * @param anomalies by kind; kinds never seen are left out
 * @param responses by status code; codes never seen are left out
 * @param tokenAccepted whether the latest 2xx, 401 or 403 took the token; null before the first of these
 */
public record ApiTally(
        Map<AnomalyKind, Long> anomalies,
        SortedMap<Integer, Long> responses,
        LatencyHistogram latency,
        @Nullable Boolean tokenAccepted) {

    private static final Map<AnomalyKind, Long> NO_ANOMALIES = new EnumMap<>(AnomalyKind.class);

    /** Nothing counted yet. */
    public static final ApiTally NONE =
            new ApiTally(NO_ANOMALIES, Collections.emptySortedMap(), LatencyHistogram.EMPTY, null);

    public ApiTally {
        anomalies = Collections.unmodifiableMap(new EnumMap<>(anomalies.isEmpty() ? NO_ANOMALIES : anomalies));
        responses = Collections.unmodifiableSortedMap(new TreeMap<>(responses));
    }

    /** This tally and the anomalies of one more good answer. */
    public ApiTally plusAnomalies(Map<AnomalyKind, Integer> found) {
        Map<AnomalyKind, Long> sum = new EnumMap<>(AnomalyKind.class);
        sum.putAll(anomalies);
        found.forEach((kind, count) -> sum.merge(kind, (long) count, Long::sum));
        return new ApiTally(sum, responses, latency, tokenAccepted);
    }

    /** This tally and one more answer of that status, which took {@code seconds} to its last byte. */
    public ApiTally plusResponse(int status, double seconds) {
        SortedMap<Integer, Long> sum = new TreeMap<>(responses);
        sum.merge(status, 1L, Long::sum);
        return new ApiTally(anomalies, sum, latency.plus(seconds), acceptedAfter(status));
    }

    private @Nullable Boolean acceptedAfter(int status) {
        if (status == 401 || status == 403) {
            return false;
        }
        return (status >= 200 && status < 300) ? Boolean.TRUE : tokenAccepted;
    }
}
