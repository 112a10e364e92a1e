package io.github.ticryptexporter.api;

import java.util.List;

/**
 * What messages about a server tell a person to check.
 *
 * @param server what it is: {@code backend}, {@code provider} or {@code exporter}
 * @param ways what leads to it: its address, and behind it the proxy where there may be one
 * @param secret what opens it: {@code token} or {@code key}
 * @param forbidden what a 403 says of that secret
 * @param path what follows the address among the things that decide whether a route is there
 * @param trust what decides that its certificate is accepted
 */
public record Advice(String server, List<String> ways, String secret, String forbidden, String path, String trust) {

    static final Advice ON_TICRYPT = new Advice(
            "backend",
            List.of("ticrypt.base-url", "ticrypt.proxy"),
            "token",
            "is not of the type that this route needs",
            ", its path prefix and the realm's id",
            "ticrypt.tls");

    public Advice {
        ways = List.copyOf(ways);
    }

    /** For a provider that is configured in this section. */
    public static Advice onProvider(String section) {
        return new Advice(
                "provider",
                List.of(section + ".base-url", section + ".proxy"),
                "key",
                "does not open this route",
                " and its path prefix",
                section + ".tls");
    }

    String address() {
        return ways.get(0);
    }

    String proxy() {
        return ways.get(ways.size() - 1);
    }
}
