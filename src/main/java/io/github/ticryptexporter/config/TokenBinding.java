package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.fleet.TokenKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Binds {@code ticrypt.tokens}. */
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
            SecretBinding.source(tokens.section(kind.label()), environment, "token")
                    .ifPresent(source -> sources.put(kind, source));
        }
        return sources;
    }
}
