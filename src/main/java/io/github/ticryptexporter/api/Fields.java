package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object after the other, read from the stream as they come.
 *
 * <p>A loop calls {@link #next()}, then one of the value methods or none for a field it does not want. Whatever happens,
 * the stream stands behind the value afterwards, so one bad field never disturbs the next.
 */
public final class Fields extends ValueReader {

    /** Items of one array, or of one object that holds amounts by type. A site of 200,000 users may have a team of all. */
    static final int MOST_ITEMS = AnswerReader.MOST_ELEMENTS;

    private String name = "";
    private boolean pending;

    /**
     * @param freeText what is kept of the text that people write
     * @param texts where shared ones are kept
     */
    Fields(JsonParser json, Anomalies anomalies, Set<FreeText> freeText, Texts texts) {
        super(json, anomalies, freeText, texts);
    }

    /** Starts a new element: what was unreadable in the one before is forgotten. */
    void startElement() {
        unreadable.clear();
        pending = false;
    }

    /** Moves to the next field of the object that the stream stands in; false at its end. */
    public boolean next() throws IOException {
        if (pending) {
            json.skipChildren();
        }
        pending = false;
        String next = json.nextFieldName();
        if (next == null) {
            return false;
        }
        name = next;
        json.nextToken();
        pending = true;
        return true;
    }

    /** The name of the field that {@link #next()} has moved to. */
    public String name() {
        return name;
    }

    /** An object of sizes or counts by type; entries that cannot be read are left out. */
    Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new HashMap<>();
        boolean isRead = eachEntry(() -> {
            Long count = count();
            if (count != null) {
                counts.put(shared(name), count);
            }
        });
        return isRead ? counts : Map.of();
    }

    /** The ids in an array, in its order; others, and empty ones, left out; null when it is no array. */
    @Nullable
    List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        return eachItem(() -> addId(ids)) ? ids : null;
    }

    /** The ids that are an object's values, in its order; others, and empty ones, left out; null when it is no object. */
    @Nullable
    List<String> idValues() throws IOException {
        List<String> ids = new ArrayList<>();
        return eachEntry(() -> addId(ids)) ? ids : null;
    }

    /** An empty id refers to nothing. */
    private void addId(Collection<String> ids) throws IOException {
        String id = sharedText();
        if (id != null && !id.isEmpty()) {
            ids.add(id);
        }
    }

    /** That id of each object in an array, those without left out; null when it is no array. */
    @Nullable
    Set<String> idOfEach(String field) throws IOException {
        return ofEach(field, this::sharedText);
    }

    /** That text of each object in an array, those without left out; null when it is no array. Nothing remembers it. */
    public @Nullable Set<String> textOfEach(String field) throws IOException {
        return ofEach(field, this::text);
    }

    private @Nullable Set<String> ofEach(String field, Text wanted) throws IOException {
        Set<String> texts = new HashSet<>();
        boolean isRead = eachItem(() -> {
            String text = ofItem(field, wanted);
            if (text != null && !text.isEmpty()) {
                texts.add(text);
            }
        });
        return isRead ? texts : null;
    }

    private @Nullable String ofItem(String field, Text wanted) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            anomalies.add(AnomalyKind.BAD_VALUE, json, "an object");
            return null;
        }
        String found = null;
        while (next()) {
            if (name.equals(field)) {
                found = wanted.read();
            }
        }
        return found;
    }

    /** Has each item of the array read that the stream stands at; false when it is none, or has too many. */
    private boolean eachItem(Step item) throws IOException {
        if (!enter(JsonToken.START_ARRAY, "an array")) {
            return false;
        }
        isItem = true;
        int items = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (isWithinBounds(++items)) {
                item.take();
            }
            json.skipChildren();
        }
        return left(items);
    }

    /** Has each value of the object read that the stream stands at; false when it is none, or has too many. */
    private boolean eachEntry(Step entry) throws IOException {
        if (!enter()) {
            return false;
        }
        isItem = true;
        int entries = 0;
        while (next()) {
            if (isWithinBounds(++entries)) {
                entry.take();
            }
        }
        return left(entries);
    }

    private boolean isWithinBounds(int items) throws IOException {
        if (items == MOST_ITEMS + 1) {
            bad("no more than " + MOST_ITEMS + " items");
        }
        return items <= MOST_ITEMS;
    }

    private boolean left(int items) {
        isItem = false;
        boolean isWhole = items <= MOST_ITEMS;
        if (!isWhole) {
            unreadable.add(Anomalies.path(json));
        }
        return isWhole;
    }

    /** Steps into the object that is this field's value, whose fields come next; false when it is none. */
    boolean enter() throws IOException {
        return enter(JsonToken.START_OBJECT, "an object");
    }

    private boolean enter(JsonToken start, String expected) throws IOException {
        if (json.currentToken() == start) {
            pending = false;
            return true;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            bad(expected);
        }
        return false;
    }

    /** Counts a field that the API document promises and that was neither there nor already counted as unreadable. */
    public void promised(String field, @Nullable Object value) throws IOException {
        if (value == null && !unreadable.contains(Anomalies.path(json) + "." + field)) {
            anomalies.add(AnomalyKind.MISSING_FIELD, json, "the field " + field);
        }
    }

    /** The same for a field that {@link #amount} or {@link #millis} has read. */
    void promised(String field, long value) throws IOException {
        promised(field, value == NONE ? null : field);
    }

    /** Reads one item or entry. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    /** Reads the text that the stream stands at; null for a missing one. */
    @FunctionalInterface
    private interface Text {
        @Nullable
        String read() throws IOException;
    }
}
