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
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Streams a JSON array of objects into records, judging each element by itself: a bad one is counted and dropped, the
 * list survives. Or one object, where that is to be answered. No tree and no whole body is ever held. Several answers
 * that are read one after the other make one list.
 */
final class AnswerReader<T> {

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

    private final AnswerForm<T> form;
    private final Anomalies anomalies = new Anomalies();
    private final List<T> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    AnswerReader(AnswerForm<T> form) {
        this.form = form;
    }

    /**
     * Reads one answer.
     *
     * @throws MalformedAnswer when the body is not what is to be answered
     * @throws IOException when the stream ends early
     */
    void read(InputStream body) throws IOException {
        try (JsonParser json = JSON.createParser(utf8(body))) {
            JsonToken first = json.nextToken();
            if (first != (form.isOneObject() ? JsonToken.START_OBJECT : JsonToken.START_ARRAY)) {
                throw new MalformedAnswer("$: expected a JSON " + form.word() + ", but was " + Anomalies.actual(json));
            }
            if (form.isOneObject()) {
                readObject(json);
            } else {
                readElements(json);
            }
            if (json.nextToken() != null) {
                throw new MalformedAnswer("$: expected the end after the JSON " + form.word() + ", but there is more");
            }
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

    /** The elements read, in the order of the answers, the first of equal ids kept; or the one object. */
    List<T> items() {
        return items;
    }

    Anomalies anomalies() {
        return anomalies;
    }

    private void readObject(JsonParser json) throws IOException {
        T item = form.parser().parse(new Fields(json, anomalies, form.freeText()));
        if (item != null) {
            items.add(item);
        }
    }

    private void readElements(JsonParser json) throws IOException {
        Fields fields = new Fields(json, anomalies, form.freeText());
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
            T item = form.parser().parse(fields);
            if (item == null) {
                anomalies.add(AnomalyKind.BAD_ELEMENT, json, "an object with an id");
            } else if (ids.add(form.idOf().apply(item))) {
                items.add(item);
            } else {
                anomalies.add(AnomalyKind.DUPLICATE_ID, json, "an id not met before");
            }
        }
        if (elements > 0 && objects == 0) {
            throw new MalformedAnswer("$: expected an array of objects, but none of " + elements + " elements is one");
        }
    }
}
