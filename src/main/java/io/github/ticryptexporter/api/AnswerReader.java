package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Streams a JSON array of objects into records, judging each element by itself: a bad one is counted and dropped, the
 * list survives. Or one object, where the route answers that. No tree and no whole body is ever held.
 */
final class AnswerReader {

    /** Front ends keep settings of their own in objects: far more than any needs, and a bound all the same. */
    private static final int MAX_NESTING = 1000;

    private static final int MAX_NAME_OR_NUMBER_CHARACTERS = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNameLength(MAX_NAME_OR_NUMBER_CHARACTERS)
                    .maxNumberLength(MAX_NAME_OR_NUMBER_CHARACTERS)
                    .build())
            .build();

    private final Set<FreeText> freeText;
    private final Anomalies anomalies = new Anomalies();

    /** @param freeText what is kept of the text that people write */
    AnswerReader(Set<FreeText> freeText) {
        this.freeText = freeText;
    }

    /**
     * The elements of the array, in its order, the first of equal ids kept; or the one object.
     *
     * @throws MalformedAnswer when the body is not what the route answers
     * @throws IOException when the stream ends early
     */
    <T> List<T> read(InputStream body, Route<T> route) throws IOException {
        String expected = route.answersOneObject() ? "object" : "array";
        try (JsonParser json = JSON.createParser(utf8(body))) {
            JsonToken first = json.nextToken();
            if (first != (route.answersOneObject() ? JsonToken.START_OBJECT : JsonToken.START_ARRAY)) {
                throw new MalformedAnswer("$: expected a JSON " + expected + ", but was " + Anomalies.actual(json));
            }
            List<T> items = route.answersOneObject() ? object(json, route) : elements(json, route);
            if (json.nextToken() != null) {
                throw new MalformedAnswer("$: expected the end after the JSON " + expected + ", but there is more");
            }
            return items;
        } catch (JacksonException e) {
            throw MalformedAnswer.of(e);
        } catch (CharacterCodingException e) {
            throw new MalformedAnswer("expected JSON in UTF-8, but it is no UTF-8");
        }
    }

    /** The platform's decoder, for the parser's own lets overlong forms and halves of surrogate pairs pass. */
    private static Reader utf8(InputStream body) throws IOException {
        return new InputStreamReader(
                ByteOrderMark.skipped(body),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    Anomalies anomalies() {
        return anomalies;
    }

    private <T> List<T> object(JsonParser json, Route<T> route) throws IOException {
        T item = route.parser().parse(new Fields(json, anomalies, freeText));
        return item == null ? List.of() : List.of(item);
    }

    private <T> List<T> elements(JsonParser json, Route<T> route) throws IOException {
        List<T> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Function<T, String> idOf = route.idOf();
        Fields fields = new Fields(json, anomalies, freeText);
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
