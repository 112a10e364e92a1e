package io.github.ticryptexporter.metrics;

import java.util.Comparator;
import java.util.stream.Collectors;

/** The reference of labels for whoever has to approve what is published: every label of the catalogue, in two tables. */
final class LabelReference {

    private static final String MEANINGS_HEAD = """
            | label | says | its values | they come from | shown from | by level |
            |---|---|---|---|---|---|
            """;

    private static final String FAMILIES_HEAD = """
            | label | stands on |
            |---|---|
            """;

    private LabelReference() {}

    /** What each label says, where its values come from, and at which levels it is shown, as Markdown. */
    static String meanings() {
        return Labels.all().stream().map(LabelReference::meaning).collect(Collectors.joining("", MEANINGS_HEAD, ""));
    }

    /** The families of each label, as Markdown. */
    static String families() {
        return Labels.all().stream().map(LabelReference::families).collect(Collectors.joining("", FAMILIES_HEAD, ""));
    }

    private static String meaning(Label label) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        title(label),
                        label.says(),
                        label.range(),
                        label.from(),
                        shownFrom(label).label(),
                        label.byLevel().isEmpty() ? "the same" : label.byLevel());
    }

    /** The lowest level at which any of its families is shown. */
    private static PrivacyLevel shownFrom(Label label) {
        return Labels.families(label).stream()
                .map(Family::privacy)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException(label.name() + " stands on no family"));
    }

    private static String families(Label label) {
        String names = Labels.families(label).stream()
                .map(family -> "`" + family.name() + "`")
                .collect(Collectors.joining(", "));
        return "| %s | %s |\n".formatted(title(label), names);
    }

    /** A name that means several things is told apart by its families. */
    private static String title(Label label) {
        String name = "`" + label.name() + "`";
        return label.isParticular()
                ? name + " of "
                        + label.families().stream()
                                .sorted()
                                .map(family -> "`" + family + "`")
                                .collect(Collectors.joining(", "))
                : name;
    }
}
