package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.Set;

/**
 * What the page says of the configuration in force.
 *
 * @param telemetryPath where the exposition is
 * @param routes those that are read
 * @param missingTokens kinds without a token, whose routes are not read
 * @param hasInventory whether any host is known, without which host saturation is not watched
 * @param vcpuOvercommit vCPUs that may be promised for each one a host has
 */
public record StatusFacts(
        String version,
        String telemetryPath,
        PrivacyLevel privacy,
        Set<Api> routes,
        Set<TokenKind> missingTokens,
        boolean hasInventory,
        double vcpuOvercommit) {

    public StatusFacts {
        routes = Set.copyOf(routes);
        missingTokens = Set.copyOf(missingTokens);
    }
}
