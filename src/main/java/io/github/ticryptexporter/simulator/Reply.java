package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** A JSON answer as a route gives it, before any fault is applied. */
record Reply(int status, Body body) {
    /** One object, written down at once. */
    static Reply object(Object object) {
        return of(200, object);
    }

    /** A list, written piece by piece, each under the lock that guards its elements. */
    static Reply list(Collection<?> elements, Lock lock) {
        return new Reply(200, Listing.of(elements, lock));
    }

    /** The API document asks for an error message in the body and does not say in which form. */
    static Reply error(int status, String message) {
        return of(status, Map.of("message", message));
    }

    private static Reply of(int status, Object object) {
        try {
            byte[] bytes = Json.MAPPER.writeValueAsBytes(object);
            return new Reply(status, out -> out.write(bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("wire objects can always be written", e);
        }
    }

    /** Something that can be written once. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
