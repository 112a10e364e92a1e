package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One metric family: everything about it in one value.
 *
 * @param name as it is exposed, {@code _total} and {@code _info} included
 * @param help one sentence that names what was polled
 * @param source the field or fields of the API, or the part of the exporter, that the numbers come from
 * @param privacy the lowest level at which it is shown
 * @param parts what fills its rows; several where its rows have different sources
 */
record Family(
        String name,
        Type type,
        String help,
        List<String> labels,
        String source,
        PrivacyLevel privacy,
        List<Part> parts) {

    /** How a family's samples are to be read. */
    public enum Type {
        GAUGE,
        COUNTER,
        HISTOGRAM,
        INFO
    }

    /** Some rows of a family, there while all that {@code needs} names holds data. */
    sealed interface Part {
        Set<Api> needs();

        /** Rows about the site: a route that is asked per realm must have answered for every known one. */
        record OfSite(Set<Api> needs, SiteRows rows) implements Part {}

        /** Rows about one realm, there or not realm by realm. */
        record OfRealm(Set<Api> needs, RealmRows rows) implements Part {}
    }

    /** Fills rows from the whole picture. */
    @FunctionalInterface
    interface SiteRows {
        void fill(Picture picture, Rows rows);
    }

    /** Fills the rows of one known realm. */
    @FunctionalInterface
    interface RealmRows {
        void fill(Picture picture, String realm, Rows rows);
    }

    public Family {
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
    }

    /** Whether any of its rows wait for this route. */
    boolean needs(Api api) {
        return parts.stream().anyMatch(part -> part.needs().contains(api));
    }

    /** The same for a site that reads these routes: what compares with an identity provider that it does not read never comes. */
    boolean needs(Api api, Set<Api> read) {
        return parts.stream()
                .filter(part ->
                        part.needs().stream().allMatch(need -> need.token().isPresent() || read.contains(need)))
                .anyMatch(part -> part.needs().contains(api));
    }

    static Builder gauge(String name, String help) {
        return new Builder(name, Type.GAUGE, help);
    }

    static Builder counter(String name, String help) {
        return new Builder(name, Type.COUNTER, help);
    }

    static Builder histogram(String name, String help) {
        return new Builder(name, Type.HISTOGRAM, help);
    }

    static Builder info(String name, String help) {
        return new Builder(name, Type.INFO, help);
    }

    /** Collects what a family is made of; the parts come last. */
    static final class Builder {
        private final String name;
        private final Type type;
        private final String help;
        private final List<Part> parts = new ArrayList<>();
        private List<String> labels = List.of();
        private String source = "";
        private PrivacyLevel privacy = PrivacyLevel.STRICT;

        private Builder(String name, Type type, String help) {
            this.name = name;
            this.type = type;
            this.help = help;
        }

        Builder labels(String... names) {
            labels = List.of(names);
            return this;
        }

        Builder from(String apiFields) {
            source = apiFields;
            return this;
        }

        Builder onlyAt(PrivacyLevel level) {
            privacy = level;
            return this;
        }

        /** Rows about the site that need these routes, or none. */
        Builder site(Set<Api> needs, SiteRows rows) {
            parts.add(new Part.OfSite(needs, rows));
            return this;
        }

        /** Rows about each known realm that need these routes, or none. */
        Builder realm(Set<Api> needs, RealmRows rows) {
            parts.add(new Part.OfRealm(needs, rows));
            return this;
        }

        Family build() {
            return new Family(name, type, help, labels, source, privacy, parts);
        }
    }
}
