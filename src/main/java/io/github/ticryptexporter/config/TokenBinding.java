package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.fleet.TokenKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds {@code ticrypt.tokens}: one of {@code file}, {@code env} and {@code value} for each token. */
final class TokenBinding {

    private final Section tokens;
    private final Map<String, String> environment;

    TokenBinding(Section ticrypt, Map<String, String> environment) {
        this.tokens = ticrypt.secretSection("tokens");
        this.environment = environment;
    }

    /** The tokens that the file configures, be it wrongly. */
    List<TokenKind> configured() {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> tokens.has(kind.label()))
                .toList();
    }

    Map<TokenKind, TokenSource> sources() {
        if (configured().isEmpty()) {
            tokens.problem(
                    "expected at least one token, but was none",
                    "write for example \"drive: { file: /run/secrets/ticrypt/drive }\"");
        }
        Map<TokenKind, TokenSource> sources = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : configured()) {
            source(tokens.section(kind.label())).ifPresent(source -> sources.put(kind, source));
        }
        return sources;
    }

    private Optional<TokenSource> source(Section token) {
        List<String> given =
                Stream.of("file", "env", "value").filter(token::has).toList();
        if (given.size() != 1) {
            token.problem(
                    "expected one of file, env and value, but was "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)),
                    "write exactly one");
            return Optional.empty();
        }
        return token.setting("file")
                .flatMap(this::file)
                .or(() -> token.setting("env").flatMap(this::env))
                .or(() -> token.setting("value").flatMap(this::value));
    }

    private Optional<TokenSource> file(Setting setting) {
        return NamedFile.secret(setting).flatMap(path -> file(setting, path));
    }

    private Optional<TokenSource> file(Setting setting, Path path) {
        TokenSource source = new TokenSource.File(path);
        try {
            source.read();
            return Optional.of(source);
        } catch (IOException e) {
            return setting.refuse(
                    "a file with the token in its only line", "the file is empty or holds something else");
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
                        "the name of an environment variable that holds the token",
                        "it holds something that no token can be, such as several lines");
    }

    private Optional<TokenSource> value(Setting setting) {
        if (!Secret.isUsable(setting.text())) {
            return setting.refuse("the token in one line without blanks", "write the token, or better use file");
        }
        setting.warning("the token itself stands in the configuration, where it is easily shared; use file or env");
        return Optional.of(new TokenSource.Value(new Secret(setting.text())));
    }
}
