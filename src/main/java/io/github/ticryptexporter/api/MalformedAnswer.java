package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import java.io.IOException;

/** A 200 whose body is not what the route answers; its message never quotes the body. */
final class MalformedAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
        super(message);
    }

    /** The parser's own words may quote what it met, so only the place is taken over. */
    static MalformedAnswer of(JacksonException cause) {
        JsonLocation at = cause.getLocation();
        String where = at == null ? "" : " at byte " + at.getByteOffset();
        return new MalformedAnswer("expected JSON in UTF-8, but the body is not" + where);
    }
}
