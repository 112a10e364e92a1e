package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A string as JSON writes it. */
final class JsonText {
    private JsonText() {}

    static String quote(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
