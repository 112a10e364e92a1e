package io.github.ticryptexporter.http;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request has to present: a user's password or a token, whichever it likes; nothing where there is neither.
 *
 * @param users by name
 * @param tokens by the file that each was read from, in the order of the configuration
 */
public record Authentication(Map<String, PasswordHash> users, Map<Path, BearerToken> tokens) {

    public static final Authentication NONE = new Authentication(Map.of(), Map.of());

    public Authentication {
        users = Map.copyOf(users);
        tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
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
