package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One metric family: everything about it in one value.
 *
 * @param name as it is exposed, {@code _total} and {@code _info} included
 * @param help one sentence that names what was polled
 * @param source the field or fields of the API, or the part of the exporter, that the numbers come from
 * @param privacy the lowest level at which it is shown
 * @param folding what becomes of the rows of teams or hosts that the series budget folds; null for a family that is not
 *     about single teams or hosts, or goes as a whole
 * @param stability how long it may be relied on
 * @param parts what fills its rows; several where its rows have different sources
 */
record Family(
        String name,
        FamilyType type,
        String help,
        List<String> labels,
        String source,
        PrivacyLevel privacy,
        @Nullable Folding folding,
        Stability stability,
        List<Part> parts) {

    /** What a release may do to a family. */
    public enum Stability {
        /** Name, labels and meaning stay for a major version. */
        STABLE,
        /** May change in any release, which the changelog then says. */
        EXPERIMENTAL;

        /** The word in the reference: {@code stable}, {@code experimental}. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
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

    /** By name, which is no other family's: comparing all of each family takes a part of the start, and of a publish. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Family family && family.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Whether any of its rows wait for this route. */
    boolean needs(Api api) {
        return parts.stream().anyMatch(part -> part.needs().contains(api));
    }

    /** Whether any of its rows can come about at a site that reads these routes, the backend's taken for granted. */
    boolean isPossible(Set<Api> read) {
        return parts.stream()
                .anyMatch(part ->
                        part.needs().stream().allMatch(need -> need.token().isPresent() || read.contains(need)));
    }

    /** The family with these samples. */
    ExposedFamily with(Samples samples) {
        return new ExposedFamily(name, type, help, labels, samples);
    }

    static Builder gauge(String name, String help) {
        return new Builder(name, FamilyType.GAUGE, help);
    }

    static Builder counter(String name, String help) {
        return new Builder(name, FamilyType.COUNTER, help);
    }

    static Builder histogram(String name, String help) {
        return new Builder(name, FamilyType.HISTOGRAM, help);
    }

    static Builder info(String name, String help) {
        return new Builder(name, FamilyType.INFO, help);
    }

    /** Collects what a family is made of; the parts come last. */
    static final class Builder {
        private final String name;
        private final FamilyType type;
        private final String help;
        private final List<Part> parts = new ArrayList<>();
        private List<String> labels = List.of();
        private String source = "";
        private PrivacyLevel privacy = PrivacyLevel.STRICT;
        private @Nullable Folding folding;
        private Stability stability = Stability.STABLE;

        private Builder(String name, FamilyType type, String help) {
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

        /** Says what becomes of its rows when teams or hosts are folded; every family about those says so. */
        Builder foldsBy(Folding way) {
            folding = way;
            return this;
        }

        /** Not promised to anybody yet; stable is what is not said otherwise. */
        Builder experimental() {
            stability = Stability.EXPERIMENTAL;
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
            return new Family(name, type, help, labels, source, privacy, folding, stability, parts);
        }
    }
}
