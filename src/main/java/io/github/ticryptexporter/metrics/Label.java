package io.github.ticryptexporter.metrics;

import java.util.Set;

/**
 * What a label publishes.
 *
 * @param says what its value tells of the sample
 * @param from where its values come from: fields of the API, the inventory, the configuration or the exporter's own words
 * @param byLevel how its values change with the privacy level; empty when they do not
 * @param families the families that it has this meaning in; none for all that no other label of its name claims
 */
record Label(String name, Values values, String says, String from, String byLevel, Set<String> families) {

    /** What the values of a label may be. */
    enum Values {
        CLOSED("closed set: unknown words become `other`"),
        BOUNDED("open set, bounded: the commonest, the rest is `other`"),
        TECHNICAL("technical names that administrators gave"),
        ID("opaque ids"),
        HOST("inventory names; else pseudonyms or addresses"),
        NAME("names that people gave"),
        OWN("facts of the exporter or its configuration");

        private final String words;

        Values(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Label of(String name, Values values, String says, String from) {
        return new Label(name, values, says, from, "", Set.of());
    }

    /** This label with the values that each level shows. */
    Label changing(String levels) {
        return new Label(name, values, says, from, levels, families);
    }

    /** This label for these families, where its name means something else than elsewhere. */
    Label in(String... families) {
        return new Label(name, values, says, from, byLevel, Set.of(families));
    }

    /** Whether only some families have this meaning of the name. */
    boolean isParticular() {
        return !families.isEmpty();
    }
}
