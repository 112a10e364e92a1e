package io.github.ticryptexporter.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of a list of files and what becomes of each.
 *
 * @param words what is claimed, behind {@code ##}
 * @param expected the lines behind {@code >}
 */
record Claim(String words, String file, String expected) {

    static Stream<Claim> golden(String name) {
        return Arrays.stream(ConfigDirectory.golden(name).split("(?m)^## ", -1))
                .filter(text -> !text.isEmpty())
                .map(Claim::parse);
    }

    private static Claim parse(String text) {
        List<String> lines = text.lines().toList();
        String file = lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith("> "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        String expected = lines.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
        return new Claim(lines.get(0), file, expected);
    }
}
