package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.ticryptexporter.fleet.AnomalyKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Streams a JSON array of objects into records, judging each element by itself: a bad one is counted and dropped, the
 * list survives. No tree and no whole body is ever held.
 */
final class ListReader {

    /** Deeper than any object of the API document, shallow enough to refuse an attack. */
    private static final int MAX_NESTING = 100;

    /** Without charset detection: JSON is UTF-8, and anything else is malformed. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();

    private final Anomalies anomalies = new Anomalies();

    /**
     * The elements of the array, in its order, the first of equal ids kept.
     *
     * @throws MalformedAnswer when the body is no array of objects
     * @throws IOException when the stream ends early
     */
    <T> List<T> read(InputStream body, Route<T> route) throws IOException {
        try (JsonParser json = JSON.createParser(ByteOrderMark.skipped(body))) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_ARRAY) {
                throw new MalformedAnswer("$: expected a JSON array, but was " + Anomalies.actual(json));
            }
            List<T> items = elements(json, route);
            if (json.nextToken() != null) {
                throw new MalformedAnswer("$: expected the end after the JSON array, but there is more");
            }
            return items;
        } catch (JacksonException e) {
            throw MalformedAnswer.of(e);
        }
    }

    Anomalies anomalies() {
        return anomalies;
    }

    private <T> List<T> elements(JsonParser json, Route<T> route) throws IOException {
        List<T> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Function<T, String> idOf = route.idOf();
        Fields fields = new Fields(json, anomalies);
        int elements = 0;
        int objects = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements++;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                anomalies.add(AnomalyKind.BAD_ELEMENT, json, "an object");
                json.skipChildren();
                continue;
            }
            objects++;
            fields.startElement();
            T item = route.parser().parse(fields);
            if (item == null) {
                anomalies.add(AnomalyKind.BAD_ELEMENT, json, "an object with an id");
            } else if (ids.add(idOf.apply(item))) {
                items.add(item);
            } else {
                anomalies.add(AnomalyKind.DUPLICATE_ID, json, "an id not met before");
            }
        }
        if (elements > 0 && objects == 0) {
            throw new MalformedAnswer("$: expected an array of objects, but none of " + elements + " elements is one");
        }
        return items;
    }
}
