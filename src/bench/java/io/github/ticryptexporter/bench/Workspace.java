package io.github.ticryptexporter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for the files of a run, which goes with it. */
record Workspace(Path directory) implements AutoCloseable {

    /** Other users may look in: nginx's workers are not the user who starts it. */
    static Workspace create() throws IOException {
        return new Workspace(Files.createTempDirectory(
                "ticrypt-exporter-bench",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"))));
    }

    /** A name for a file that is not there yet. */
    Path unused(String prefix) {
        Path file = file(prefix);
        delete(file);
        return file;
    }

    /** A new file with this text. */
    Path write(String prefix, String text) {
        return write(prefix, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A new file with these bytes, which everybody may read. */
    Path write(String prefix, byte[] bytes) {
        try {
            Path file = Files.write(file(prefix), bytes);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new and empty file. */
    Path file(String prefix) {
        try {
            return Files.createTempFile(directory, prefix, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            deepestFirst.forEach(Workspace::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
