package io.github.ticryptexporter.fleet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter reads, one constant for each route of the API document that a read-only token opens and one for each
 * identity provider; the order is the order of the first poll. Drives come first because they name the realms, look-ups
 * last because the lists ask for them.
 */
public enum Api {
    DRIVES(TokenKind.DRIVE, Scope.SITE),
    VMS(TokenKind.VM, Scope.REALM),
    VM_CONFIGS(TokenKind.VM, Scope.REALM),
    TEAMS(TokenKind.TEAM, Scope.SITE),
    VM_IMAGES(TokenKind.VM, Scope.REALM),
    PROJECTS(TokenKind.PROJECT, Scope.SITE),
    USERS(TokenKind.USER, Scope.SITE),
    IDENTITY_MONOCLOUD(null, Scope.SITE),
    IDENTITY_ALLTHENTICATE(null, Scope.SITE),
    TEAM_QUOTAS(TokenKind.TEAM, Scope.OBJECT),
    PROJECT(TokenKind.PROJECT, Scope.OBJECT);

    /** What one answer covers. */
    public enum Scope {
        /** A list for the whole site. */
        SITE,
        /** A list for one realm. */
        REALM,
        /** One object, asked for by its id where the lists leave a question. */
        OBJECT
    }

    private final @Nullable TokenKind token;
    private final Scope scope;

    Api(@Nullable TokenKind token, Scope scope) {
        this.token = token;
        this.scope = scope;
    }

    /** The routes that these tokens open, in their order. */
    public static Set<Api> openedBy(Set<TokenKind> tokens) {
        return Arrays.stream(values())
                .filter(api -> api.token().filter(tokens::contains).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Api.class)));
    }

    /** The value of the label {@code api} and the configuration's key: {@code drives}, {@code vm_configs} and so on. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The token without which this route is not read; none for an identity provider's, which has a key of its own. */
    public Optional<TokenKind> token() {
        return Optional.ofNullable(token);
    }

    /** What one answer covers. */
    public Scope scope() {
        return scope;
    }
}
