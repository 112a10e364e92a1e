package io.github.ticryptexporter.status;

import io.github.ticryptexporter.fleet.TokenKind;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the page says beside the snapshot.
 *
 * @param telemetryPath where the exposition is
 * @param privacyLevel the level in force, by its word
 * @param missingTokens kinds without a token, whose routes are not read
 * @param hasInventory whether any host is known, without which host saturation is not watched
 * @param now the instant that ages are counted to
 */
public record StatusFacts(
        String version,
        String telemetryPath,
        String privacyLevel,
        SortedSet<TokenKind> missingTokens,
        boolean hasInventory,
        Instant now) {
    public StatusFacts {
        missingTokens = Collections.unmodifiableSortedSet(new TreeSet<>(missingTokens));
    }
}
