package io.github.ticryptexporter.simulator;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a request through to its route, or says why not: 401 before 403, and the token's type before its being read-only. */
final class Authentication {
    private final Tokens tokens;
    private final Supplier<Scenario> scenario;

    Authentication(Tokens tokens, Supplier<Scenario> scenario) {
        this.tokens = tokens;
        this.scenario = scenario;
    }

    void check(Route route, Context context) {
        Tokens.Grant grant = tokens.grant(tokenOf(context))
                .filter(found -> !isRevoked(found))
                .orElseThrow(ApiError::unauthorized);
        if (grant.type() != route.tokenType) {
            throw ApiError.forbidden("this route takes a " + route.tokenType.label() + " token");
        }
        if (grant.readOnly() && route.isMutating()) {
            throw ApiError.forbidden("this token is read-only");
        }
    }

    // A URL parameter wins even when it is wrong or empty: the cookie is then ignored.
    private static @Nullable String tokenOf(Context context) {
        String parameter = context.queryParam("token");
        return parameter != null ? parameter : context.cookie("TC_TOKEN");
    }

    private boolean isRevoked(Tokens.Grant grant) {
        return scenario.get() == Scenario.TOKEN_REVOKED && grant.type() == TokenType.VM;
    }
}
