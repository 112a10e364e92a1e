package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ticryptexporter.fleet.AnomalyKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts what one answer made the reader drop or fold, and words the first of it. */
final class Anomalies {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Map<AnomalyKind, Integer> counts = new EnumMap<>(AnomalyKind.class);
    private @Nullable String first;

    /** Counts one, found where the stream stands. */
    void add(AnomalyKind kind, JsonParser json, String expected) throws IOException {
        counts.merge(kind, 1, Integer::sum);
        if (first == null) {
            first = path(json) + ": " + kind.label() + ": expected " + expected + ", but was " + actual(json);
        }
    }

    /** As it is now. */
    Map<AnomalyKind, Integer> counts() {
        return new EnumMap<>(counts);
    }

    @Nullable
    String first() {
        return first;
    }

    /** Where the stream stands, as in {@code $[3].capacity}. */
    static String path(JsonParser json) {
        StringBuilder path = new StringBuilder();
        JsonStreamContext innermost = json.getParsingContext();
        // A stream that stands at the start of an object or array has entered it, but what is meant is the value.
        boolean atStart = json.currentToken() != null && json.currentToken().isStructStart();
        for (JsonStreamContext at = atStart ? innermost.getParent() : innermost;
                at != null && !at.inRoot();
                at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.getCurrentName() != null) {
                path.insert(0, "." + plain(at.getCurrentName()));
            }
        }
        return "$" + path;
    }

    /** Types of storage and devices are keys too, and whoever names them may write anything. */
    private static String plain(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : "?";
    }

    /** The kind of value the stream stands at, never the value: it may be about a person. */
    static String actual(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case VALUE_STRING -> "a string of " + json.getTextLength() + " characters";
            case VALUE_NUMBER_INT -> json.getText().startsWith("-") ? "a negative number" : "a number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction or exponent";
            case VALUE_TRUE, VALUE_FALSE -> token.asString();
            case VALUE_NULL -> "null";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "nothing";
        };
    }
}
