package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One good answer of a list route: the array as it came, and the instant that its ages are judged against. */
public record RawAnswer(JsonNode array, Instant at) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public RawAnswer {
        if (!array.isArray()) {
            throw new IllegalArgumentException("expected an array, but was " + array.getNodeType());
        }
        if (!array.isEmpty() && !hasObject(array)) {
            throw new IllegalArgumentException("expected an array of objects, but it has none");
        }
    }

    /** Parses a body; throws {@link IllegalArgumentException} on what the contract calls malformed. */
    public static RawAnswer parse(String json, Instant at) {
        return new RawAnswer(tree(json), at);
    }

    static JsonNode tree(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The objects with an id, in the API's order, the first of two equal ids alone.
     *
     * <p>Ambiguous: an id that is no string, or is empty, is read as no id at all.
     */
    List<JsonNode> elements() {
        List<JsonNode> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode element : array) {
            Optional<String> id = Json.text(element, "id");
            if (id.isPresent() && seen.add(id.get())) {
                kept.add(element);
            }
        }
        return kept;
    }

    private static boolean hasObject(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isObject()) {
                return true;
            }
        }
        return false;
    }
}
