package io.github.ticryptexporter.config;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every part of one file is read with.
 *
 * @param directory what relative paths are relative to: where the file lies
 * @param files takes down which files were looked at
 * @param otherFile named beside line numbers when it is not the configuration file itself, else null
 */
record Context(
        Path directory,
        Overrides overrides,
        Problems problems,
        SeenFiles files,
        @Nullable String otherFile) {

    /** The same for a file that the configuration names; it has no overrides. */
    Context of(Path file) {
        return new Context(directory, Overrides.NONE, problems, files, String.valueOf(file.getFileName()));
    }

    /** The same for a file that names others relative to itself. */
    Context ofOwn(Path file) {
        Path own = Objects.requireNonNullElse(file.getParent(), directory);
        return new Context(own, Overrides.NONE, problems, files, String.valueOf(file.getFileName()));
    }

    /** The same for what flags and environment say, where whoever writes them stands in the working directory. */
    Context ofProcess() {
        return new Context(Path.of("").toAbsolutePath(), overrides, problems, files, otherFile);
    }

    /** Where a node stands, for the end of a message; empty for what was not read from a file. */
    String at(int line) {
        if (line == 0) {
            return "";
        }
        return otherFile == null ? " (line " + line + ")" : " (line " + line + " of " + otherFile + ")";
    }
}
