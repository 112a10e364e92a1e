package io.github.ticryptexporter.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted since the start: responses, anomalies, latencies. */
class TallyTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.005, 0", "0.0050001, 1", "0.5, 6", "1, 7", "30, 11", "60, 12", "60.001, 13", "3600, 13"})
    void anObservationFallsIntoTheFirstBucketWhoseBoundItDoesNotExceed(double seconds, int bucket) {
        LatencyHistogram one = LatencyHistogram.EMPTY.plus(seconds);
        assertEquals(bucket, one.counts().indexOf(1L));
        assertEquals(1, one.counts().stream().mapToLong(Long::longValue).sum());
        assertEquals(seconds, one.sumSeconds());
    }

    @Test
    void observationsAddUp() {
        LatencyHistogram two = LatencyHistogram.EMPTY.plus(0.25).plus(0.25);
        assertEquals(2L, two.counts().get(5));
        assertEquals(0.5, two.sumSeconds());
        assertEquals(0L, LatencyHistogram.EMPTY.counts().get(5));
    }

    @Test
    void aHistogramHasACountForEachBucketAndOneAboveTheLast() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new LatencyHistogram(List.of(1L, 2L), 3));
        assertEquals("expected a count for each bucket, but was [1, 2]", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        ", 200, true",
        ", 204, true",
        ", 401, false",
        ", 403, false",
        ", 500, ",
        "true, 500, true",
        "true, 403, false",
        "false, 404, false",
        "false, 429, false",
        "false, 200, true",
        "true, 302, true",
    })
    void onlyGoodAnswersAnd401And403SayWhetherTheTokenIsTaken(
            @Nullable Boolean before, int status, @Nullable Boolean after) {
        ApiTally tally = new ApiTally(Map.of(), ApiTally.NONE.responses(), LatencyHistogram.EMPTY, before);
        assertEquals(after, tally.plusResponse(status, 0.1).tokenAccepted());
    }

    @Test
    void answersAreCountedByStatus() {
        ApiTally tally = ApiTally.NONE.plusResponse(200, 1).plusResponse(418, 2).plusResponse(200, 3);
        assertEquals(Map.of(200, 2L, 418, 1L), tally.responses());
        assertEquals(6, tally.latency().sumSeconds());
    }

    @Test
    void anomaliesAddUpByKind() {
        ApiTally tally = ApiTally.NONE
                .plusAnomalies(Map.of(AnomalyKind.BAD_VALUE, 2, AnomalyKind.UNKNOWN_ENUM, 1))
                .plusAnomalies(Map.of(AnomalyKind.BAD_VALUE, 3))
                .plusAnomalies(Map.of());
        assertEquals(Map.of(AnomalyKind.BAD_VALUE, 5L, AnomalyKind.UNKNOWN_ENUM, 1L), tally.anomalies());
    }

    @Test
    void aTallyNeverChanges() {
        ApiTally tally = ApiTally.NONE.plusResponse(200, 1);
        assertThrows(
                UnsupportedOperationException.class, () -> tally.responses().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> tally.anomalies().clear());
        assertEquals(Map.of(), ApiTally.NONE.responses());
    }
}
