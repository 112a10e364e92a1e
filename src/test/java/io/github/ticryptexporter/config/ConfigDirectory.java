package io.github.ticryptexporter.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A directory with token files, and configurations that are loaded from it; messages name it {@code DIR}. */
public final class ConfigDirectory {

    /** The least that is a configuration; four lines. */
    public static final String MINIMAL = """
            ticrypt:
              base-url: https://api.example.edu
              tokens:
                drive: { file: drive.token }
            """;

    /** What stands in the token files and nowhere else. */
    public static final String TOKEN = "invented-token-0042";

    private final Path directory;

    public ConfigDirectory(Path directory) {
        this.directory = directory;
        for (String token : List.of("drive", "vm", "team", "project", "user")) {
            write(token + ".token", TOKEN + "\n");
        }
    }

    public Path path(String name) {
        return directory.resolve(name);
    }

    /** Writes a file that only its owner can read. */
    public Path write(String name, String text) {
        try {
            Path file = Files.writeString(path(name), text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LoadedConfig load(String yaml) throws InvalidConfigException {
        return load(yaml, Overrides.NONE);
    }

    LoadedConfig load(String yaml, Overrides overrides) throws InvalidConfigException {
        Map<String, String> environment = Map.of("INVENTED_TOKEN", TOKEN, "INVENTED_LINES", "two\nlines");
        return new ConfigLoader(environment).load(write("config.yaml", yaml), overrides);
    }

    /** The problems, one a line; a text that says so when there are none. */
    String problems(String yaml) {
        return problems(yaml, Overrides.NONE);
    }

    /** The whole message of the refusal. */
    String message(String yaml) {
        return masked(String.valueOf(
                assertThrows(InvalidConfigException.class, () -> load(yaml)).getMessage()));
    }

    String problems(String yaml, Overrides overrides) {
        try {
            return "accepted: " + load(yaml, overrides);
        } catch (InvalidConfigException e) {
            return masked(String.join("\n", e.problems()));
        }
    }

    String warnings(String yaml) throws InvalidConfigException {
        return masked(String.join("\n", load(yaml).warnings()));
    }

    /** A file beside this class that holds what is expected. */
    static String golden(String name) {
        try (InputStream in = ConfigDirectory.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text without the name of this directory. */
    public String masked(String text) {
        return text.replace(directory.toString(), "DIR");
    }
}
