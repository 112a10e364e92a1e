package io.github.ticryptexporter.exposition;

import java.util.List;
import java.util.Map;

/** What {@link StrictReader} wants of a format of lines: what {@link TextWriter} writes, and nothing else that is allowed. */
// Immutable all the same: the lists and the map are unmodifiable.
@SuppressWarnings("ImmutableEnumChecker")
enum LineGrammar {
    TEXT("text", List.of("HELP", "TYPE"), "\\n", "", Map.of("gauge", List.of(""), "counter", List.of(""))),
    OPENMETRICS(
            "OpenMetrics",
            List.of("TYPE", "UNIT", "HELP"),
            "\\n\"",
            "# EOF",
            Map.of("gauge", List.of(""), "counter", List.of("_total"), "info", List.of("_info")));

    private static final Map<String, List<String>> DISTRIBUTIONS =
            Map.of("histogram", List.of("_bucket", "_count", "_sum"), "summary", List.of("_count", "_sum"));

    private final String label;
    private final List<String> keywords;
    private final String helpEscapes;
    private final String end;
    private final Map<String, List<String>> suffixes;

    LineGrammar(
            String label, List<String> keywords, String helpEscapes, String end, Map<String, List<String>> suffixes) {
        this.label = label;
        this.keywords = keywords;
        this.helpEscapes = helpEscapes;
        this.end = end;
        this.suffixes = suffixes;
    }

    /** The format's name in a message. */
    String label() {
        return label;
    }

    /** Which lines begin a family, in their order; that of the unit may be missing. */
    List<String> keywords() {
        return keywords;
    }

    /** What may stand behind a backslash in a help. */
    String helpEscapes() {
        return helpEscapes;
    }

    /** The last line; empty for none. */
    String end() {
        return end;
    }

    /** What the samples of a family may be called; empty for a type that there is not. */
    List<String> sampleNames(String type, String family) {
        return suffixes.getOrDefault(type, DISTRIBUTIONS.getOrDefault(type, List.of())).stream()
                .map(family::concat)
                .toList();
    }
}
