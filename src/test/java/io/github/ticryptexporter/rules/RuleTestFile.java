package io.github.ticryptexporter.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One file of {@code alerts/tests}, in promtool's form.
 *
 * @param path where it lies
 * @param text as it is
 * @param content its YAML, with the nodes in it that aliases stand for
 */
record RuleTestFile(Path path, String text, JsonNode content) {
    static final Path FOLDER = RuleFilesTest.ALERTS.resolve("tests");

    private static final ObjectMapper JSON = new ObjectMapper();

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
            return of(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    /** Jackson would read an alias as the text that it is written with. */
    static RuleTestFile of(Path path, String text) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new RuleTestFile(path, text, JSON.valueToTree(content));
    }

    /** This file with another text. */
    RuleTestFile with(String changed) {
        return new RuleTestFile(path, changed, content);
    }

    /** What it is about: an alert, or a scenario. */
    String subject() {
        return path.getFileName().toString().replaceAll("\\.yaml$", "");
    }

    /** In their order. */
    List<RuleCase> tests() {
        return each("tests").map(RuleCase::new).toList();
    }

    /** How often the rules are evaluated in all tests together, which is what judging it takes. */
    long steps() {
        return tests().stream().mapToLong(RuleCase::lasts).sum()
                / RuleCase.seconds(content.path("evaluation_interval"));
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
