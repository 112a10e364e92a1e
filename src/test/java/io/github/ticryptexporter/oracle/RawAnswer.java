package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One good answer of a list route.
 *
 * @param elements the objects with an id, in the API's order, the first of two equal ids alone; of identity providers all
 * @param at the instant that ages are judged against
 */
public record RawAnswer(List<JsonNode> elements, Instant at) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public RawAnswer {
        elements = List.copyOf(elements);
    }

    /** Parses a body; throws {@link IllegalArgumentException} on what the contract calls malformed. */
    public static RawAnswer parse(String json, Instant at) {
        return of(tree(json), at);
    }

    /** The accounts of an identity provider: every element that is an object. */
    public static RawAnswer ofAccounts(JsonNode array, Instant at) {
        List<JsonNode> accounts = new ArrayList<>();
        array.forEach(account -> {
            if (account.isObject()) {
                accounts.add(account);
            }
        });
        return new RawAnswer(accounts, at);
    }

    /**
     * Takes the elements of an array; throws as {@link #parse} does.
     *
     * <p>Ambiguous: an id that is no string, or is empty, is read as no id at all.
     */
    static RawAnswer of(JsonNode array, Instant at) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("expected an array, but was " + array.getNodeType());
        }
        List<JsonNode> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean hasObject = array.isEmpty();
        for (JsonNode element : array) {
            hasObject |= element.isObject();
            Json.text(element, "id").filter(seen::add).ifPresent(id -> kept.add(element));
        }
        if (!hasObject) {
            throw new IllegalArgumentException("expected an array of objects, but it has none");
        }
        return new RawAnswer(kept, at);
    }

    static JsonNode tree(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON: " + e.getOriginalMessage(), e);
        }
    }
}
