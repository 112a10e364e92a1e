package io.github.ticryptexporter.http;

import java.util.Map;
import java.util.Set;

/**
 * What a request has to present: a user's password or a token, whichever it likes; nothing where there is neither.
 *
 * @param users by name
 */
public record Authentication(Map<String, PasswordHash> users, Set<BearerToken> tokens) {

    public static final Authentication NONE = new Authentication(Map.of(), Set.of());

    public Authentication {
        users = Map.copyOf(users);
        tokens = Set.copyOf(tokens);
    }

    public boolean isAsked() {
        return !users.isEmpty() || !tokens.isEmpty();
    }

    /** Names of users are nobody's business either. */
    @Override
    public String toString() {
        return "Authentication[" + users.size() + " users, " + tokens.size() + " tokens]";
    }
}
