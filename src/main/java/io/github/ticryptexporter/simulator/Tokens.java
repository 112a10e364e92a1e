package io.github.ticryptexporter.simulator;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The site's ten tokens: for each type one read-only and one full, the same for the same seed. */
final class Tokens {
    private final Map<String, String> byLabel = new LinkedHashMap<>();
    private final Map<String, Grant> grants = new HashMap<>();

    Tokens(long seed) {
        Draw draw = new Draw(seed, "tokens", 0);
        for (TokenType type : TokenType.values()) {
            add(type.label(), new Grant(type, true), draw);
            add(type.label() + ".full", new Grant(type, false), draw);
        }
    }

    private void add(String label, Grant grant, Draw draw) {
        String token = "simulated-" + label.replace('.', '-') + "-" + draw.uuid();
        byLabel.put(label, token);
        grants.put(token, grant);
    }

    /** Tokens by {@code drive}, {@code drive.full}, {@code vm} and so on. */
    Map<String, String> byLabel() {
        return Collections.unmodifiableMap(byLabel);
    }

    Optional<Grant> grant(@Nullable String token) {
        return Optional.ofNullable(grants.get(token));
    }

    /** What a token allows. */
    record Grant(TokenType type, boolean readOnly) {}
}
