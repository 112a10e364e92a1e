package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.Exposure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Judges the files that the configuration names, from the outside: that they are there, and who may read them. */
final class NamedFile {

    private NamedFile() {}

    /** A file that exists and can be read. */
    static Optional<Path> readable(Setting setting) {
        Optional<Path> path = setting.path();
        if (path.isEmpty()) {
            return path;
        }
        setting.files().judge(path.get());
        if (!Files.isRegularFile(path.get())) {
            return setting.refuse("the path of a file", mend(path.get()));
        }
        if (!Files.isReadable(path.get())) {
            return setting.refuse("a file that can be read", "give this process the permission to");
        }
        return path;
    }

    private static String mend(Path noFile) {
        if (Files.isDirectory(noFile)) {
            return "it is a directory; name the file in it";
        }
        return Files.exists(noFile)
                ? "it is a pipe, a device or the like; write what it gives into a file"
                : "there is no such file; create it, or correct the path";
    }

    /** What a file holds that is a part of the configuration. */
    static Optional<byte[]> content(Setting setting, Path file) {
        try {
            return Optional.of(setting.files().read(file));
        } catch (IOException e) {
            return setting.refuse("a file that can be read", SeenFiles.reason(file, e));
        }
    }

    /** A file that exists and can be read, with a warning when every user of the machine gets at it. */
    static Optional<Path> secret(Setting setting) {
        Optional<Path> path = readable(setting);
        path.flatMap(Exposure::of).ifPresent(setting::warning);
        return path;
    }
}
