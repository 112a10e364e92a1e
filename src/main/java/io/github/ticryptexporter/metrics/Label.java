package io.github.ticryptexporter.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a label publishes.
 *
 * @param says what its value tells of the sample
 * @param from where its values come from: fields of the API, the inventory, the configuration or the exporter itself
 * @param words every value that it can have, where that can be listed; else none
 * @param byLevel how its values change with the privacy level; empty when they do not
 * @param families the families that it has this meaning in; none for all that no other label of its name claims
 */
record Label(
        String name,
        Values values,
        String says,
        String from,
        List<String> words,
        String byLevel,
        Set<String> families) {

    /** What the values of a label may be. */
    enum Values {
        API_WORDS("closed set of the API's words, others become `other`"),
        OWN_WORDS("closed set of the exporter's own words"),
        BOUNDED("open set: the commonest words, the rest becomes `other`"),
        TECHNICAL("technical names that administrators gave"),
        ID("opaque ids"),
        HOST("names of the inventory, else pseudonyms or addresses"),
        NAME("names that people gave"),
        OWN_FACTS("facts of the exporter or its configuration");

        private final String text;

        Values(String text) {
            this.text = text;
        }
    }

    Label {
        words = List.copyOf(words);
        families = Set.copyOf(families);
    }

    static Label of(String name, Values values, String says, String from) {
        return new Label(name, values, says, from, List.of(), "", Set.of());
    }

    /** This label with all values that it can have. */
    <E> Label listing(E[] constants, Function<E, String> word) {
        return listing(Arrays.stream(constants).map(word));
    }

    /** This label with all values that it can have. */
    Label listing(String... all) {
        return listing(Stream.of(all));
    }

    private Label listing(Stream<String> all) {
        return new Label(name, values, says, from, all.toList(), byLevel, families);
    }

    /** This label with the values that each level shows. */
    Label changing(String levels) {
        return new Label(name, values, says, from, words, levels, families);
    }

    /** This label for these families, where its name means something else than elsewhere. */
    Label in(String... those) {
        return new Label(name, values, says, from, words, byLevel, Set.of(those));
    }

    /** Whether only some families have this meaning of the name. */
    boolean isParticular() {
        return !families.isEmpty();
    }

    /** What its values may be, for a person. */
    String range() {
        String list = words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        return list.isEmpty() ? values.text : values.text + ": " + list;
    }
}
