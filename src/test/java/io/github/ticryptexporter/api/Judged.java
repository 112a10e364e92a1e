package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list: its records, and what was counted on the way.
 *
 * @param first the first anomaly in words
 */
record Judged(
        List<?> items,
        Map<AnomalyKind, Integer> anomalies,
        @Nullable String first) {

    /** Reads the JSON text as the answer of a route. */
    static Judged of(Api api, String json) throws IOException {
        AnswerReader reader = new AnswerReader(Set.of(FreeText.values()));
        List<?> items = reader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Route.of(api));
        return new Judged(items, reader.anomalies().counts(), reader.anomalies().first());
    }

    /** A list without anomalies. */
    static Judged fine(Object... items) {
        return new Judged(List.of(items), Map.of(), null);
    }

    /** A list with anomalies of one kind. */
    static Judged with(AnomalyKind kind, int count, String first, Object... items) {
        return new Judged(List.of(items), Map.of(kind, count), first);
    }
}
