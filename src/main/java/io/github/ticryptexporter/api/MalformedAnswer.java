package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A 200 whose body is not what the route answers; its message never quotes the body. */
final class MalformedAnswer extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
        super(message);
    }

    /** The parser's own words may quote what it met, so only the place is taken over. */
    static MalformedAnswer of(JacksonException cause) {
        return new MalformedAnswer("expected JSON in UTF-8, but " + trouble(cause) + where(cause.getLocation()));
    }

    private static String trouble(JacksonException cause) {
        if (cause instanceof JsonEOFException) {
            return "it ends too early";
        }
        return cause instanceof StreamConstraintsException ? excess(cause.getOriginalMessage()) : "it is broken";
    }

    /** The parser has one exception for all its bounds, and tells them apart in words alone. */
    private static String excess(String words) {
        if (words.startsWith("Document nesting depth")) {
            return "it is nested more than " + AnswerReader.MOST_NESTING + " deep";
        }
        String what = words.startsWith("Name length") ? "a name" : "a number, or a string in a field that is read,";
        return "it has " + what + " of more than " + AnswerReader.MOST_CHARACTERS + " characters";
    }

    private static String where(@Nullable JsonLocation at) {
        if (at == null || at.getByteOffset() < 0) {
            return "";
        }
        return at.getByteOffset() == 0
                ? " from the start, as when a login or maintenance page answers instead"
                : " at byte " + at.getByteOffset();
    }
}
