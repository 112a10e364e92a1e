package io.github.ticryptexporter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {

    private final WholeFiles files = new WholeFiles();

    @TempDir
    Path folder;

    @Test
    void aFileIsReplacedAndReadableForEverybodyAndAlone() throws Exception {
        Path file = folder.resolve("ticrypt.prom");
        Files.writeString(file, "old and longer");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        files.write(file, bytes("new"));

        assertEquals("new", Files.readString(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("ticrypt.prom"), inFolder());
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "untouched");
        Path file = Files.createSymbolicLink(folder.resolve("ticrypt.prom"), other);
        files.write(file, bytes("new"));

        assertEquals("untouched", Files.readString(other));
        assertEquals("new", Files.readString(file));
        assertEquals(false, Files.isSymbolicLink(file));
    }

    @Test
    void whereNoFileCanBeTheReasonIsGiven() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused("cannot write DIR: it is a directory", () -> files.write(folder, bytes("x")));
        assertRefused(
                "cannot write DIR/none/f: there is no directory DIR/none",
                () -> files.write(folder.resolve("none/f"), bytes("x")));
        assertRefused(
                "cannot write DIR/file/f: DIR/file is not a directory",
                () -> files.write(file.resolve("f"), bytes("x")));
        assertRefused(
                "cannot write /dev/null: it is not a regular file",
                () -> files.write(Path.of("/dev/null"), bytes("x")));
        assertEquals(List.of("file"), inFolder());
    }

    @Test
    void whatCannotBeRenamedLeavesNothingBehind() throws Exception {
        Path longest = folder.resolve("n".repeat(255));

        assertThrows(IOException.class, () -> files.write(longest, bytes("x")));
        assertEquals(List.of(), inFolder());
    }

    @Test
    void onceTheProcessEndsNoFileIsBegun() throws Exception {
        files.end();

        assertRefused("cannot write DIR/f: the process is ending", () -> files.write(folder.resolve("f"), bytes("x")));
        assertEquals(List.of(), inFolder());
    }

    private void assertRefused(String message, Executable writing) {
        assertEquals(
                message,
                String.valueOf(assertThrows(IOException.class, writing).getMessage())
                        .replace(folder.toString(), "DIR"));
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
