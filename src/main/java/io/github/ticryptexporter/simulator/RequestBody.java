package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A JSON object of a request, read field by field. The API document leaves the border between 400 and 422 open; here a body
 * that is no JSON, lacks a required field or has a field of another type is malformed (400), and a value of the right type
 * that cannot be meant is invalid (422). A field that is {@code null} is taken for absent.
 */
final class RequestBody {
    private final JsonNode object;
    private final String where;

    private RequestBody(JsonNode object, String where) {
        this.object = object;
        this.where = where;
    }

    static RequestBody of(String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw ApiError.badRequest("the body must be a JSON object");
            }
            return new RequestBody(node, "");
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("the body is not valid JSON");
        }
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    String requiredText(String field) {
        return text(field, required(field));
    }

    RequestBody requiredObject(String field) {
        return child(field, required(field));
    }

    List<String> requiredTexts(String field) {
        return texts(field, required(field));
    }

    private JsonNode required(String field) {
        if (!has(field)) {
            throw ApiError.badRequest(where + field + " is required");
        }
        return object.get(field);
    }

    void text(String field, Consumer<String> to) {
        ifPresent(field, node -> to.accept(text(field, node)));
    }

    void oneOf(List<String> choices, String field, Consumer<String> to) {
        text(field, value -> {
            if (!choices.contains(value)) {
                throw ApiError.unprocessable(where + field + " must be one of " + choices);
            }
            to.accept(value);
        });
    }

    void flag(String field, Consumer<Boolean> to) {
        ifPresent(field, node -> {
            if (!node.isBoolean()) {
                throw malformed(field, "a boolean");
            }
            to.accept(node.booleanValue());
        });
    }

    /** A whole number from least on. */
    void number(String field, long least, Consumer<Long> to) {
        ifPresent(field, node -> to.accept(number(field, node, least)));
    }

    /** As {@link #number}, for what fits an int. */
    void count(String field, int least, Consumer<Integer> to) {
        number(field, least, value -> {
            if (value > Integer.MAX_VALUE) {
                throw ApiError.unprocessable(where + field + " is too large");
            }
            to.accept(value.intValue());
        });
    }

    void texts(String field, Consumer<List<String>> to) {
        ifPresent(field, node -> to.accept(texts(field, node)));
    }

    void object(String field, Consumer<RequestBody> to) {
        ifPresent(field, node -> to.accept(child(field, node)));
    }

    /** A map of whole numbers from 0 on. */
    void numbers(String field, Consumer<Map<String, Long>> to) {
        object(field, body -> {
            Map<String, Long> numbers = new LinkedHashMap<>();
            for (Iterator<String> names = body.object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                numbers.put(name, body.number(name, body.object.get(name), 0));
            }
            to.accept(numbers);
        });
    }

    void anything(String field, Consumer<Map<String, Object>> to) {
        object(field, body -> to.accept(Json.MAPPER.convertValue(body.object, Json.ANY_OBJECT)));
    }

    private void ifPresent(String field, Consumer<JsonNode> then) {
        if (has(field)) {
            then.accept(object.get(field));
        }
    }

    private String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw malformed(field, "a string");
        }
        return node.textValue();
    }

    private long number(String field, JsonNode node, long least) {
        if (!node.isNumber()) {
            throw malformed(field, "a number");
        }
        if (!node.canConvertToLong()
                || node.doubleValue() != Math.rint(node.doubleValue())
                || node.longValue() < least) {
            throw ApiError.unprocessable(where + field + " must be a whole number, at least " + least);
        }
        return node.longValue();
    }

    private List<String> texts(String field, JsonNode node) {
        if (!node.isArray()) {
            throw malformed(field, "an array of strings");
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(text(field, element)));
        return List.copyOf(texts);
    }

    private RequestBody child(String field, JsonNode node) {
        if (!node.isObject()) {
            throw malformed(field, "an object");
        }
        return new RequestBody(node, where + field + ".");
    }

    private ApiError malformed(String field, String expected) {
        return ApiError.badRequest(where + field + " must be " + expected);
    }
}
