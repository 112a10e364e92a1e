package io.github.ticryptexporter.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Rule files and rule tests, laid out in a folder as the tests expect them beside each other. */
final class TestBed {
    private TestBed() {}

    /** The rules in a folder of their own. */
    static Path rules(Path folder, Rules rules) {
        try {
            Path place = Files.createTempDirectory(folder, "rules");
            rules.write(place);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The test beside the rules that it names and what these read: each other costs time at each step. */
    static Path test(Path folder, Rules rules, RuleTestFile file) {
        Set<String> named =
                rules.all().stream().map(Rule::name).filter(file::names).collect(Collectors.toSet());
        Set<String> needed = rules.readBy(named);
        Path tests =
                rules(folder, rules.only(rule -> needed.contains(rule.name()))).resolve("tests");
        try {
            return Files.writeString(
                    Files.createDirectory(tests).resolve(file.path().getFileName()), file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
