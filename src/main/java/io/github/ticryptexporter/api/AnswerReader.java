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
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * Streams a JSON array of objects into records, judging each element by itself: a bad one is counted and dropped, the
 * list survives. Or one object, where that is to be answered. No tree and no whole body is ever held. Several answers
 * that are read one after the other make one list.
 */
final class AnswerReader<T> {

    /** Front ends keep settings of their own in objects: far more than any needs, and a bound all the same. */
    static final int MOST_NESTING = 1000;

    /**
     * Of a name, of a number and of a string that is read. A string that is too long for its field costs that field alone
     * up to here; beyond, the parser would have to hold it to get past it.
     */
    static final int MOST_CHARACTERS = 1 << 20;

    /** Elements of a list, good or bad: more than three times the drives of the largest site that is provided for. */
    static final int MOST_ELEMENTS = 1_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .maxNameLength(MOST_CHARACTERS)
                    .maxNumberLength(MOST_CHARACTERS)
                    .maxStringLength(MOST_CHARACTERS)
                    .build())
            .build();

    private final AnswerForm<T> form;
    private final Anomalies anomalies = new Anomalies();
    private final Texts texts;
    private final Merge<T> items;
    private int elements;

    /**
     * @param texts what earlier answers had in them
     * @param before the items of the answer before; none for an answer that is one object
     */
    AnswerReader(AnswerForm<T> form, Texts texts, List<T> before) {
        this.form = form;
        this.texts = texts;
        this.items = new Merge<>(before, form.idOf());
    }

    /** There are more elements than a list may have. */
    static final class TooManyElements extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads one answer.
     *
     * @throws MalformedAnswer when the body is not what is to be answered
     * @throws TooManyElements when it is, and more of it than any site has
     * @throws IOException when the stream ends early
     */
    void read(InputStream body) throws IOException {
        try (JsonParser json = JSON.createParser(ByteOrderMark.skipped(new WellFormedUtf8(body)))) {
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

    /** The elements read, in the order of the answers, the first of equal ids kept; or the one object. */
    List<T> items() {
        return items.items();
    }

    Anomalies anomalies() {
        return anomalies;
    }

    private void readObject(JsonParser json) throws IOException {
        T item = form.parser().parse(fields(json));
        if (item != null) {
            items.add(item);
        }
    }

    private Fields fields(JsonParser json) {
        return new Fields(json, anomalies, form.freeText(), texts);
    }

    private void readElements(JsonParser json) throws IOException {
        Fields fields = fields(json);
        int here = 0;
        int objects = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            here++;
            elements++;
            if (elements > MOST_ELEMENTS) {
                throw new TooManyElements();
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                objects++;
                readElement(json, fields);
            } else {
                anomalies.add(AnomalyKind.BAD_ELEMENT, json, "an object");
                json.skipChildren();
            }
        }
        if (here > 0 && objects == 0) {
            throw new MalformedAnswer("$: expected an array of objects, but none of " + here + " elements is one");
        }
    }

    private void readElement(JsonParser json, Fields fields) throws IOException {
        fields.startElement();
        T item = form.parser().parse(fields);
        if (item == null) {
            anomalies.add(AnomalyKind.BAD_ELEMENT, json, "an object with an id");
        } else if (!items.add(item)) {
            anomalies.add(AnomalyKind.DUPLICATE_ID, json, "an id not met before");
        }
    }
}
