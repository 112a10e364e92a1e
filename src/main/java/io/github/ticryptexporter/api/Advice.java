package io.github.ticryptexporter.api;

/**
 * What messages about a server tell a person to check.
 *
 * @param server what it is: {@code backend} or {@code provider}
 * @param section the part of the configuration that has its {@code base-url} and {@code proxy}
 * @param secret what opens it: {@code token} or {@code key}
 * @param forbidden what a 403 says of that secret
 * @param path what follows the address among the things that decide whether a route is there
 * @param trust what decides that its certificate is accepted
 */
public record Advice(String server, String section, String secret, String forbidden, String path, String trust) {

    static final Advice ON_TICRYPT = new Advice(
            "backend",
            "ticrypt",
            "token",
            "is not of the type that this route needs",
            ", its path prefix and the realm's id",
            "ticrypt.tls");

    /** For a provider that is configured in this section. */
    public static Advice onProvider(String section) {
        return new Advice(
                "provider", section, "key", "does not open this route", " and its path prefix", section + ".tls");
    }

    String baseUrl() {
        return section + ".base-url";
    }

    String proxy() {
        return section + ".proxy";
    }
}
