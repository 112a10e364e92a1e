package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One file of {@code alerts/tests}, in promtool's form.
 *
 * @param path where it lies
 * @param text as it is
 * @param content its YAML
 */
record RuleTestFile(Path path, String text, JsonNode content) {
    static final Path FOLDER = RuleFilesTest.ALERTS.resolve("tests");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Every one there is, by name. */
    static List<RuleTestFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(RuleTestFile::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleTestFile of(Path path) {
        try {
            String text = Files.readString(path);
            return new RuleTestFile(path, text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /** This file with another text. */
    RuleTestFile with(String changed) {
        return new RuleTestFile(path, changed, content);
    }

    /** What it is about: an alert, or a scenario. */
    String subject() {
        return path.getFileName().toString().replaceAll("\\.yaml$", "");
    }

    /** The names of its tests, in the order of the file. */
    List<String> tests() {
        return each("tests").map(test -> test.path("name").asText()).toList();
    }

    /** The groups of rules in the order in which they are evaluated. */
    List<String> order() {
        return each("group_eval_order").map(JsonNode::asText).toList();
    }

    /** Whether an alert or a recorded series is spoken of. */
    boolean names(String rule) {
        return Pattern.compile("(?<![\\w:])" + Pattern.quote(rule) + "(?![\\w:])")
                .matcher(text)
                .find();
    }

    private Stream<JsonNode> each(String list) {
        return StreamSupport.stream(content.path(list).spliterator(), false);
    }
}
