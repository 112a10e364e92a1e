package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object after the other, read from the stream as they come.
 *
 * <p>A loop calls {@link #next()}, then one of the value methods or none for a field it does not want. A value method
 * answers null for a missing value: JSON null silently, anything unreadable as a {@code bad_value} anomaly. Whatever
 * happens, the stream stands behind the value afterwards, so one bad field never disturbs the next.
 */
public final class Fields {

    private static final String COUNT = "a whole number, 0 or more";

    /** Nothing, and what servers may resolve. */
    private static final Set<String> NO_STEPS = Set.of("", ".", "..");

    private final JsonParser json;
    private final Anomalies anomalies;
    private final Set<FreeText> freeText;
    private final Map<String, String> shared = new HashMap<>();
    /** JSON paths: a field of an object inside may be named like one of the element. */
    private final List<String> unreadable = new ArrayList<>();

    private String name = "";
    private boolean pending;

    /** @param freeText what is kept of the text that people write */
    Fields(JsonParser json, Anomalies anomalies, Set<FreeText> freeText) {
        this.json = json;
        this.anomalies = anomalies;
        this.freeText = freeText;
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
        JsonToken token = json.nextToken();
        if (token != JsonToken.FIELD_NAME) {
            return false;
        }
        name = json.currentName();
        json.nextToken();
        pending = true;
        return true;
    }

    /** The name of the field that {@link #next()} has moved to. */
    public String name() {
        return name;
    }

    /** A string. */
    public @Nullable String text() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> wellFormed(json.getText());
            case VALUE_NULL -> null;
            default -> {
                bad("a string");
                yield null;
            }
        };
    }

    /**
     * JSON can escape half a surrogate pair, which no encoding can write: two ids that differ in it would come out as one
     * series twice. Both become a question mark here, before ids are compared.
     */
    private static String wellFormed(String text) {
        return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                : text;
    }

    /** An id, be it written as a string or as a number. */
    public @Nullable String id() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : text();
    }

    /** A string that many elements have in common, such as a realm or a team: one copy serves them all. */
    @Nullable
    String sharedText() throws IOException {
        String text = text();
        return text == null ? null : shared.computeIfAbsent(text, Function.identity());
    }

    /** Text that somebody wrote: empty, though it is there, unless this kind of it is wanted. */
    @Nullable
    String written(FreeText kind) throws IOException {
        if (freeText.contains(kind) || json.currentToken() != JsonToken.VALUE_STRING) {
            return text();
        }
        return "";
    }

    /** The id of a realm, which is to stand as one step of a path. */
    @Nullable
    String realm() throws IOException {
        String id = sharedText();
        if (id == null || !NO_STEPS.contains(id)) {
            return id;
        }
        bad("a realm's id");
        return null;
    }

    /** True or false. */
    public @Nullable Boolean flag() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> {
                bad("true or false");
                yield null;
            }
        };
    }

    /** A size or count, 0 or more; integral floats and numeric strings will do. */
    @Nullable
    Long count() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != NumberType.BIG_INTEGER) {
            long count = json.getLongValue();
            if (count >= 0) {
                return count;
            }
            bad(COUNT);
            return null;
        }
        WireNumber number = number(COUNT);
        if (number == null) {
            return null;
        }
        Optional<Long> count = number.count();
        if (count.isEmpty()) {
            bad(COUNT);
        }
        return count.orElse(null);
    }

    /** An instant, in epoch milliseconds on the wire. */
    @Nullable
    Instant time() throws IOException {
        Long millis = count();
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Any number, as its shortest plain text. */
    @Nullable
    String plainNumber() throws IOException {
        WireNumber number = number("a number");
        return number == null ? null : shared.computeIfAbsent(number.plain(), Function.identity());
    }

    /** A value of an enumeration; one that this version does not know is counted as an anomaly. */
    public <E extends Enum<E>> @Nullable E named(Function<String, E> naming, E other) throws IOException {
        String text = text();
        if (text == null) {
            return null;
        }
        E value = naming.apply(text);
        if (value == other) {
            anomalies.add(AnomalyKind.UNKNOWN_ENUM, json, "a value this version knows");
        }
        return value;
    }

    /** An object of sizes or counts by type, sorted; entries that cannot be read are left out. */
    Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        if (enter()) {
            while (next()) {
                Long count = count();
                if (count != null) {
                    counts.put(shared.computeIfAbsent(wellFormed(name), Function.identity()), count);
                }
            }
        }
        return counts;
    }

    /** The strings in an array, in its order, others left out; null when it is no array. */
    @Nullable
    List<String> texts() throws IOException {
        if (!enterArray()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
            json.skipChildren();
        }
        return texts;
    }

    /** The strings that are an object's values, in its order, others left out; null when it is no object. */
    @Nullable
    List<String> textValues() throws IOException {
        if (!enter()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        while (next()) {
            String text = text();
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** That text of each object in an array, those without left out; null when it is no array. */
    public @Nullable Set<String> textOfEach(String field) throws IOException {
        if (!enterArray()) {
            return null;
        }
        Set<String> texts = new LinkedHashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                textOfObject(field).ifPresent(texts::add);
            } else {
                anomalies.add(AnomalyKind.BAD_VALUE, json, "an object");
                json.skipChildren();
            }
        }
        return texts;
    }

    /** That text of the object that the stream stands in, which is read up to and including its end. */
    private Optional<String> textOfObject(String field) throws IOException {
        String found = null;
        while (next()) {
            if (name.equals(field)) {
                found = sharedText();
            }
        }
        return Optional.ofNullable(found).filter(text -> !text.isEmpty());
    }

    private boolean enterArray() throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            pending = false;
            return true;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            bad("an array");
        }
        return false;
    }

    /** Steps into the object that is this field's value, whose fields come next; false when it is none. */
    boolean enter() throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            pending = false;
            return true;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            bad("an object");
        }
        return false;
    }

    /** Counts a field that the API document promises and that was neither there nor already counted as unreadable. */
    public void promised(String field, @Nullable Object value) {
        if (value == null && !unreadable.contains(Anomalies.path(json) + "." + field)) {
            anomalies.add(AnomalyKind.MISSING_FIELD, json, "the field " + field);
        }
    }

    private @Nullable WireNumber number(String expected) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
                Optional<WireNumber> number = WireNumber.of(json.getText());
                if (number.isEmpty()) {
                    bad(expected);
                }
                yield number.orElse(null);
            }
            case VALUE_NULL -> null;
            default -> {
                bad(expected);
                yield null;
            }
        };
    }

    private void bad(String expected) {
        anomalies.add(AnomalyKind.BAD_VALUE, json, expected);
        unreadable.add(Anomalies.path(json));
    }
}
