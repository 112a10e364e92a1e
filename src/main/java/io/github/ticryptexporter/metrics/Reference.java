package io.github.ticryptexporter.metrics;

import java.util.Locale;
import java.util.stream.Collectors;

/** The metric reference for a reader: every family of the catalogue in one table. */
final class Reference {

    private static final String HEAD = """
            | name | type | labels | meaning | from | privacy level |
            |---|---|---|---|---|---|
            """;

    private Reference() {}

    /** The table in Markdown, one line for each family, in the order of the exposition. */
    public static String markdown() {
        return Catalogue.all().stream().map(Reference::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Family family) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        family.name(),
                        family.type().name().toLowerCase(Locale.ROOT),
                        String.join(", ", family.labels()),
                        family.help(),
                        family.source(),
                        family.privacy().label());
    }
}
