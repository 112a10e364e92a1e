package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads fields of API objects as the contract's fine print has it: a field that cannot be read is absent. */
final class Json {
    private static final int DIGITS_OF_A_LONG = 19;

    private Json() {}

    /**
     * A string that says something.
     *
     * <p>Ambiguous: an empty id or reference is read as an absent one.
     */
    static Optional<String> text(JsonNode object, String field) {
        return spelled(object, field).filter(text -> !text.isEmpty());
    }

    /**
     * A member of a closed set: as it is where known, else {@code other}; {@code absent} where there is no such string.
     *
     * <p>Ambiguous: an empty string is a value nobody knows, hence {@code other}.
     */
    static String folded(JsonNode object, String field, List<String> known, String absent) {
        return spelled(object, field)
                .map(value -> known.contains(value) ? value : "other")
                .orElse(absent);
    }

    /** A size or a count: an integer not below 0, also as an integral float or a numeric string. */
    static OptionalLong amount(JsonNode object, String field) {
        return amount(object.path(field));
    }

    /**
     * Epoch milliseconds.
     *
     * <p>Ambiguous: 0 and instants before 1970 are taken as they come, for the contract speaks of sizes and counts only.
     */
    static OptionalLong millis(JsonNode object, String field) {
        return integer(object.path(field));
    }

    /** An integer of either sign that is neither size nor count. */
    static OptionalLong integer(JsonNode object, String field) {
        return integer(object.path(field));
    }

    /** True only for the boolean {@code true}. */
    static boolean isTrue(JsonNode object, String field) {
        return object.path(field).isBoolean() && object.path(field).booleanValue();
    }

    /** True only for the boolean {@code false}, not for an absent field. */
    static boolean isFalse(JsonNode object, String field) {
        return object.path(field).isBoolean() && !object.path(field).booleanValue();
    }

    /**
     * A map from type to amount; empty where absent.
     *
     * <p>Ambiguous: a key whose amount cannot be read is dropped with it and makes no type known.
     */
    static SortedMap<String, Long> amounts(JsonNode object, String field) {
        SortedMap<String, Long> amounts = new TreeMap<>();
        object.path(field)
                .properties()
                .forEach(entry -> amount(entry.getValue()).ifPresent(amount -> amounts.put(entry.getKey(), amount)));
        return amounts;
    }

    /** The strings of an array or the values of a map, in their order; empty where absent. */
    static List<String> texts(JsonNode object, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : object.path(field)) {
            if (value.isTextual() && !value.textValue().isEmpty()) {
                texts.add(value.textValue());
            }
        }
        return texts;
    }

    static String id(JsonNode element) {
        return text(element, "id").orElseThrow();
    }

    private static Optional<String> spelled(JsonNode object, String field) {
        return Optional.ofNullable(object.path(field).textValue());
    }

    private static OptionalLong amount(JsonNode value) {
        OptionalLong integer = integer(value);
        return integer.isPresent() && integer.getAsLong() >= 0 ? integer : OptionalLong.empty();
    }

    private static OptionalLong integer(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return OptionalLong.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value.asText());
            // Without this look at the magnitude "1e999999999" would be written out digit by digit.
            return number.precision() - number.scale() > DIGITS_OF_A_LONG
                    ? OptionalLong.empty()
                    : OptionalLong.of(number.longValueExact());
        } catch (NumberFormatException unreadable) {
            return OptionalLong.empty();
        } catch (ArithmeticException fractionalOrTooLarge) {
            return OptionalLong.empty();
        }
    }
}
