package io.github.ticryptexporter.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ticryptexporter.identity.Listing.Next;
import java.io.IOException;

/** MonoCloud's header {@code X-Pagination}, a JSON object of which only {@code has_next} matters. */
final class Pagination {

    private static final JsonFactory JSON = new JsonFactory();

    private Pagination() {}

    static Next next(String header) {
        try (JsonParser json = JSON.createParser(header)) {
            return json.nextToken() == JsonToken.START_OBJECT ? next(json) : Next.UNREADABLE;
        } catch (IOException e) {
            return Next.UNREADABLE;
        }
    }

    private static Next next(JsonParser json) throws IOException {
        Next next = Next.UNREADABLE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("has_next") && value.isBoolean()) {
                next = value == JsonToken.VALUE_TRUE ? Next.FOLLOWS : Next.NONE;
            }
            json.skipChildren();
        }
        return next;
    }
}
