package io.github.ticryptexporter.simulator;

import java.util.Locale;

/**
 * The one route of each identity provider that reads. They are other servers; here they share the port, below a prefix, for
 * their paths would collide with the API's.
 */
enum ProviderRoute {
    MONOCLOUD("/api/users", "X-API-KEY"),
    /** Its document does not name the header, so this one is plainly made up. */
    ALLTHENTICATE("/multipleusers", "X-Simulated-Key");

    static final String PREFIX = "/__identity/";

    final String header;
    private final String below;

    ProviderRoute(String below, String header) {
        this.below = below;
        this.header = header;
    }

    /** {@code monocloud} or {@code allthenticate}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return PREFIX + label() + below;
    }
}
