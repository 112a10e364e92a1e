package io.github.ticryptexporter.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A token on disk as it should be: for its owner's eyes only, which spares the log a warning. */
final class TokenFile {
    private TokenFile() {}

    static Path of(Path folder, String token) throws IOException {
        Path file = Files.createTempFile(
                folder,
                "token",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, token + "\n");
    }
}
