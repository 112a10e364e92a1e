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
        return of(api, json, Set.of(FreeText.values()));
    }

    /** The same with only some of the text that people write kept. */
    static Judged of(Api api, String json, Set<FreeText> kept) throws IOException {
        AnswerReader<?> reader = new AnswerReader<>(Route.of(api).form(kept), new Texts(), List.of());
        reader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        return new Judged(
                reader.items(), reader.anomalies().counts(), reader.anomalies().first());
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
