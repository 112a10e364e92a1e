package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the page says of the configuration in force.
 *
 * @param telemetryPath where the exposition is
 * @param routes those that are read
 * @param tokens kinds of which there is a token; routes of the others are not read
 * @param hasInventory whether any host is known, without which host saturation is not watched
 * @param vcpuOvercommit vCPUs that may be promised for each one a host has
 */
public record StatusFacts(
        String version,
        String telemetryPath,
        PrivacyLevel privacy,
        Set<Api> routes,
        Set<TokenKind> tokens,
        boolean hasInventory,
        double vcpuOvercommit) {

    public StatusFacts {
        routes = Set.copyOf(routes);
        tokens = Set.copyOf(tokens);
    }

    /** Kinds without a token, in their order. */
    List<TokenKind> missingTokens() {
        return Stream.of(TokenKind.values())
                .filter(kind -> !tokens.contains(kind))
                .toList();
    }
}
