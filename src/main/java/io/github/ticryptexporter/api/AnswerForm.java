package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is to be: a JSON array of objects, or one object.
 *
 * @param parser from the fields of one object to a record; null for an element of a list that has no id
 * @param idOf the id that is unique in the list; not used for one object
 * @param freeText what is kept of the text that people write
 */
public record AnswerForm<T>(boolean isOneObject, Parser<T> parser, Function<T, String> idOf, Set<FreeText> freeText) {

    /** Reads one object, up to and including its end. */
    @FunctionalInterface
    public interface Parser<T> {
        @Nullable
        T parse(Fields in) throws IOException;
    }

    /** The word for messages. */
    String word() {
        return isOneObject ? "object" : "array";
    }
}
