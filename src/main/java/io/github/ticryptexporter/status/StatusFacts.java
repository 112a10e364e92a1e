package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.TokenKind;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the page says beside the snapshot.
 *
 * @param telemetryPath where the exposition is
 * @param privacyLevel the level in force, by its word
 * @param missingTokens kinds without a token, whose routes are not read, and what that costs in words
 * @param costs by route, what is not exposed while it holds no data
 * @param hasInventory whether any host is known, without which host saturation is not watched
 * @param now the instant that ages are counted to
 */
public record StatusFacts(
        String version,
        String telemetryPath,
        String privacyLevel,
        SortedMap<TokenKind, String> missingTokens,
        Map<Api, Cost> costs,
        boolean hasInventory,
        Instant now) {

    /**
     * What is not exposed while a route holds no data.
     *
     * @param text in words and number
     * @param ofTheSite how many families lack rows for all realms although one alone does not answer
     */
    public record Cost(String text, int ofTheSite) {}

    public StatusFacts {
        missingTokens = Collections.unmodifiableSortedMap(new TreeMap<>(missingTokens));
        costs = Map.copyOf(costs);
    }
}
