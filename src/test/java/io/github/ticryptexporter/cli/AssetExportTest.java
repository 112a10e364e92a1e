package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ticryptexporter.config.InvalidConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetExportTest {

    private static final String EXAMPLE = "ticrypt-exporter.example.yaml";

    /** Where the files come from, by where they go. */
    private static final Map<String, Path> ORIGINS = Map.of(
            "",
            Path.of("src", "main", "resources", "assets"),
            "grafana",
            Path.of("grafana"),
            "alerts",
            Path.of("alerts"));

    /** What the exporter is built with, and nobody installs. */
    private static final List<String> NOT_EXPORTED = List.of("alerts/templates/", "alerts/tests/");

    @TempDir
    Path folder;

    @Test
    void everyFileOfTheSourcesIsWrittenByteForByte() throws Exception {
        Path directory = folder.resolve("not/yet/there");
        Map<String, Path> expected = new TreeMap<>();
        for (Map.Entry<String, Path> origin : ORIGINS.entrySet()) {
            expected.putAll(below(origin.getValue(), origin.getKey()));
        }
        expected.keySet().removeIf(name -> NOT_EXPORTED.stream().anyMatch(name::startsWith));
        assertEquals(
                expected.keySet().stream()
                        .map(name -> "written    DIR/not/yet/there/" + name + "\n")
                        .collect(Collectors.joining("", "", "exit 0\n")),
                export(directory, false));
        Map<String, Path> written = below(directory, "");
        assertEquals(expected.keySet(), written.keySet());
        for (Map.Entry<String, Path> file : expected.entrySet()) {
            assertArrayEquals(
                    Files.readAllBytes(file.getValue()),
                    Files.readAllBytes(directory.resolve(file.getKey())),
                    file.getKey());
        }
        assertFalse(expected.isEmpty());
    }

    @Test
    void aFileThatIsThereAsItShouldBeIsLeftAlone() throws Exception {
        export(folder, false);
        String again = export(folder, false);

        assertEquals(again.replaceAll("(?m)^written  ", "unchanged"), again);
        assertEquals("exit 0\n", again.substring(again.indexOf("exit")));
    }

    @Test
    void aFileThatSomebodyChangedIsKeptAndNamed() throws Exception {
        Path changed = Files.writeString(folder.resolve(EXAMPLE), "mine\n");
        String printed = export(folder, false);

        assertEquals("mine\n", Files.readString(changed));
        assertEquals("""
                kept       DIR/ticrypt-exporter.example.yaml
                What was kept differs from what comes with this version; --force replaces it.
                exit 1
                """, printed.substring(printed.indexOf("kept")));
    }

    @Test
    void withForceItIsReplaced() throws Exception {
        Path changed = Files.writeString(folder.resolve(EXAMPLE), "mine\n");
        String printed = export(folder, true);

        assertArrayEquals(BundledFiles.content(EXAMPLE), Files.readAllBytes(changed));
        assertEquals("""
                replaced   DIR/ticrypt-exporter.example.yaml
                exit 0
                """, printed.substring(printed.indexOf("replaced")));
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertEquals(
                file + " is not a directory",
                String.valueOf(assertThrows(IOException.class, () -> export(file, false))
                                .getMessage())
                        .replaceFirst("cannot write .*?: ", ""));
    }

    @Test
    void rulesAreMadeWithSomebodysThresholds() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "TicryptApiDown: { failures: 7 }\n");
        Path alerts = folder.resolve("ticrypt/alerts");

        assertEquals("exit 0", exit(folder.resolve("ticrypt"), mine, false));
        String rules = Files.readString(alerts.resolve("ticrypt-alerts.yaml"));
        assertEquals(rules(), rules.replace("}) >= 7", "}) >= 2"));
        assertEquals(Files.readString(mine), Files.readString(alerts.resolve("thresholds.yaml")));
    }

    @Test
    void thresholdsThatAreChangedInPlaceStay() throws Exception {
        export(folder, false);
        Path thresholds = folder.resolve("alerts/thresholds.yaml");
        Files.writeString(thresholds, Files.readString(thresholds).replace("{ failures: 2,", "{ failures: 7,"));

        assertEquals("exit 1", exit(folder, thresholds, false));
        assertEquals(rules(), Files.readString(folder.resolve("alerts/ticrypt-alerts.yaml")));
        assertEquals("exit 0", exit(folder, thresholds, true));
        assertNotEquals(rules(), Files.readString(folder.resolve("alerts/ticrypt-alerts.yaml")));
        assertEquals("exit 0", exit(folder, thresholds, false));
    }

    @Test
    void withWrongThresholdsNothingIsWritten() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), "TicryptApiDwon: { failures: 7 }\n");

        assertThrows(InvalidConfigException.class, () -> exit(folder.resolve("ticrypt"), mine, false));
        assertFalse(Files.exists(folder.resolve("ticrypt")));
    }

    private static String rules() {
        return new String(BundledFiles.content("alerts/ticrypt-alerts.yaml"), StandardCharsets.UTF_8);
    }

    private static String exit(Path directory, Path thresholds, boolean force) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return "exit " + new AssetExport(nowhere).run(new Command.Assets(directory, thresholds, force));
    }

    private String export(Path directory, boolean force) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        out.println("exit " + new AssetExport(out).run(new Command.Assets(directory, null, force)));
        return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "DIR");
    }

    private static Map<String, Path> below(Path root, String prefix) throws IOException {
        if (!Files.exists(root)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> Path.of(prefix)
                                    .resolve(root.relativize(file))
                                    .toString(),
                            file -> file));
        }
    }
}
