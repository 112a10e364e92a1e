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
     * <p>Ambiguous: an instant before 1970 is as bad a value as a negative count; 0 is taken as it comes.
     */
    static OptionalLong millis(JsonNode object, String field) {
        return amount(object.path(field));
    }

    /** Any number, written out without zeros that say nothing; a number that nobody could read is none. */
    static Optional<String> plainNumber(JsonNode object, String field) {
        return number(object.path(field))
                .map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
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

    /** The strings of an array, in their order; empty where absent. */
    static List<String> texts(JsonNode object, String field) {
        return object.path(field).isArray() ? textsIn(object.path(field)) : List.of();
    }

    /** The strings that are values of a map, in their order; empty where absent. */
    static List<String> textValues(JsonNode object, String field) {
        return object.path(field).isObject() ? textsIn(object.path(field)) : List.of();
    }

    private static List<String> textsIn(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
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
        try {
            return number(value)
                    .map(number -> OptionalLong.of(number.longValueExact()))
                    .orElse(OptionalLong.empty());
        } catch (ArithmeticException fractionalOrTooLarge) {
            return OptionalLong.empty();
        }
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value.asText());
            // Without this look at the magnitude "1e999999999" would be written out digit by digit.
            return Optional.of(number).filter(any -> any.precision() - any.scale() <= DIGITS_OF_A_LONG);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
