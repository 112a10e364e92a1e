package io.github.ticryptexporter.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where PEM is written: in a file that a setting names, or in the setting itself.
 *
 * @param file none where it stands in the setting, or cannot be read, which was reported
 */
record PemText(Setting setting, boolean isFile, Optional<Path> file) {

    static PemText ofFile(Setting setting) {
        return new PemText(setting, true, NamedFile.readable(setting));
    }

    /** With a warning when everybody can read the file. */
    static PemText ofSecretFile(Setting setting) {
        return new PemText(setting, true, NamedFile.secret(setting));
    }

    static PemText inline(Setting setting) {
        return new PemText(setting, false, Optional.empty());
    }

    /** The path; empty for what is no file. */
    String origin() {
        return file.map(Path::toString).orElse("");
    }

    /** None when it cannot be read, which was reported. */
    Optional<byte[]> content() {
        return isFile
                ? file.flatMap(path -> NamedFile.content(setting, path))
                : Optional.of(setting.text().getBytes(StandardCharsets.UTF_8));
    }
}
