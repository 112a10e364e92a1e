package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TokenSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds where a token or key comes from: one of {@code file}, {@code env} and {@code value}. */
final class SecretBinding {

    private static final List<String> KEYS = List.of("file", "env", "value");

    private final Map<String, String> environment;
    private final String word;

    private SecretBinding(Map<String, String> environment, String word) {
        this.environment = environment;
        this.word = word;
    }

    /** Whether anything stands there. */
    static boolean isGiven(Section secret) {
        // All are asked for: a key that is not asked for would be reported as unknown.
        return KEYS.stream().filter(secret::has).count() > 0;
    }

    /** @param word what it is called in messages */
    static Optional<TokenSource> source(Section secret, Map<String, String> environment, String word) {
        return new SecretBinding(environment, word).source(secret);
    }

    private Optional<TokenSource> source(Section secret) {
        List<String> given = KEYS.stream().filter(secret::has).toList();
        if (given.size() != 1) {
            secret.problem(
                    "expected one of file, env and value, but was "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)),
                    "write exactly one");
            return Optional.empty();
        }
        return Stream.of(
                        secret.setting("file").flatMap(this::file),
                        secret.setting("env").flatMap(this::env),
                        secret.setting("value").flatMap(this::value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TokenSource> file(Setting setting) {
        return NamedFile.secret(setting).flatMap(path -> file(setting, path));
    }

    private Optional<TokenSource> file(Setting setting, Path path) {
        TokenSource source = new TokenSource.File(word, path);
        try {
            source.read();
            return Optional.of(source);
        } catch (IOException e) {
            return setting.refuse(
                    "a file with the " + word + " in its only line", "the file is empty or holds something else");
        }
    }

    private Optional<TokenSource> env(Setting setting) {
        String value = environment.getOrDefault(setting.text(), "").strip();
        if (value.isEmpty()) {
            return setting.refuse("the name of an environment variable that is set", "set it, or use file");
        }
        return Secret.isUsable(value)
                ? Optional.of(new TokenSource.Environment(setting.text(), new Secret(value)))
                : setting.refuse(
                        "the name of an environment variable that holds the " + word,
                        "it holds something that no " + word + " can be, such as several lines");
    }

    private Optional<TokenSource> value(Setting setting) {
        if (!Secret.isUsable(setting.text())) {
            return setting.refuse(
                    "the " + word + " in one line without blanks", "write the " + word + ", or better use file");
        }
        setting.warning(
                "the " + word + " itself stands in the configuration, where it is easily shared; use file or env");
        return Optional.of(new TokenSource.Value(new Secret(setting.text())));
    }
}
