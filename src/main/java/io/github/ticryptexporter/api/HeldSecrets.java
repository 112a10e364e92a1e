package io.github.ticryptexporter.api;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret of each place as it was read last. It stays in use while its file is missing, empty or half written, for a
 * rotation that takes a moment is no outage; the log says when that begins and ends, and when every user gets at a file.
 * Safe for threads.
 */
final class HeldSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(HeldSecrets.class);

    private final Map<TokenSource, Held> held = new ConcurrentHashMap<>();

    /** @param told what the log said last of the place; empty for nothing to say */
    private record Held(Secret secret, String told) {}

    /**
     * The secret that is there now, or else the one before.
     *
     * @throws IOException when none was there yet; the message says why there is none now
     */
    Secret now(TokenSource from) throws IOException {
        Held before = held.get(from);
        try {
            Secret secret = from.read();
            held.put(from, new Held(secret, toldOf(from, before)));
            return secret;
        } catch (IOException e) {
            if (before == null) {
                throw e;
            }
            held.put(
                    from,
                    new Held(before.secret(), told(before, e.getMessage() + "; what it held before stays in use")));
            return before.secret();
        }
    }

    /** What is configured at the start was judged there. */
    private static String toldOf(TokenSource from, @Nullable Held before) {
        String exposure = from.exposure().orElse("");
        return before == null ? exposure : told(before, exposure);
    }

    private static String told(Held before, String now) {
        if (!now.equals(before.told())) {
            if (now.isEmpty()) {
                LOG.info("no longer so: {}", before.told());
            } else {
                LOG.warn("{}", now);
            }
        }
        return now;
    }

    /** Forgets the secrets of all other places. */
    void keep(Collection<TokenSource> sources) {
        held.keySet().retainAll(sources);
    }
}
