package io.github.ticryptexporter.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page for whoever is on call, taken apart. */
record Runbook(Path file, String text) {

    static final Path FOLDER = RuleFilesTest.ALERTS.resolve("runbooks");

    /** What all pages rely on; it is about no alert. */
    static final Path COMMON = FOLDER.resolve("README.md");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern WORD_OF_CODE = Pattern.compile("`([^`\\n]+)`");

    static Runbook at(Path file) {
        try {
            return new Runbook(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page about an alert, by file name. */
    static List<Runbook> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(COMMON))
                    .sorted()
                    .map(Runbook::at)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alert that it is about. */
    String alert() {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }

    /** The text below each heading of the second level, in their order. */
    List<Map.Entry<String, String>> sections() {
        return Stream.of(text.split("(?m)^## ", -1))
                .skip(1)
                .map(section -> section.split("\\n", 2))
                .map(parts -> Map.entry(parts[0], parts.length < 2 ? "" : parts[1].strip()))
                .toList();
    }

    String section(String heading) {
        return sections().stream()
                .filter(section -> section.getKey().equals(heading))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    /** The queries to paste, by the page and their number on it. */
    Map<String, String> queries() {
        Map<String, String> queries = new TreeMap<>();
        queriesIn(text).forEach(query -> queries.put("%s:%02d".formatted(alert(), queries.size() + 1), query));
        return queries;
    }

    static List<String> queriesIn(String text) {
        return FENCE.matcher(text)
                .results()
                .filter(fence -> fence.group(1).equals("promql"))
                .map(fence -> fence.group(2).strip())
                .toList();
    }

    List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    /** What stands in backquotes outside of blocks of code. */
    List<String> wordsOfCode() {
        return WORD_OF_CODE
                .matcher(prose())
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    /** What may follow the {@code #} of a link to this page. */
    Set<String> anchors() {
        return HEADING.matcher(prose()).results().map(Runbook::anchor).collect(Collectors.toSet());
    }

    /** The page without its blocks of code. */
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    @Override
    public String toString() {
        return alert();
    }
}
