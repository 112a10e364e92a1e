package io.github.ticryptexporter.metrics;

import io.github.ticryptexporter.fleet.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The metric reference for a reader: every family of the catalogue, in the order of the exposition. */
public final class Reference {

    private static final String HEAD = """
            | name | type | labels | help | source | privacy level | stability |
            |---|---|---|---|---|---|---|
            """;

    private Reference() {}

    /**
     * One family in words.
     *
     * @param source the field or fields of the API, or the part of the exporter, that the numbers come from
     * @param privacyLevel the lowest level at which it is shown
     * @param stability {@code stable} or {@code experimental}
     */
    public record Entry(
            String name,
            String type,
            List<String> labels,
            String help,
            String source,
            String privacyLevel,
            String stability) {
        public Entry {
            labels = List.copyOf(labels);
        }
    }

    /** Every family, one entry each. */
    public static List<Entry> entries() {
        return Catalogue.all().stream().map(Reference::entry).toList();
    }

    /** Names of the families that can have rows at this level where these routes are read. */
    public static List<String> possible(PrivacyLevel level, Set<Api> read) {
        return Catalogue.shownAt(level).stream()
                .filter(family -> family.parts().stream().anyMatch(part -> read.containsAll(part.needs())))
                .map(Family::name)
                .toList();
    }

    /** The entries as a table in Markdown, one line each. */
    public static String markdown() {
        return entries().stream().map(Reference::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static Entry entry(Family family) {
        return new Entry(
                family.name(),
                family.type().label(),
                family.labels(),
                family.help(),
                family.source(),
                family.privacy().label(),
                family.stability().label());
    }

    private static String line(Entry entry) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        entry.name(),
                        entry.type(),
                        String.join(", ", entry.labels()),
                        entry.help(),
                        entry.source(),
                        entry.privacyLevel(),
                        entry.stability());
    }
}
