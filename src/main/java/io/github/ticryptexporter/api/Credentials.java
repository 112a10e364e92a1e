package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes a secret anew for every attempt, and remembers for each source which one was tried last. A new one takes the place
 * of the one before at once, whether it opens anything or not. Safe for threads.
 */
public final class Credentials {

    private final HeldSecrets held = new HeldSecrets();
    private final Map<SourceId, Secret> tried = new ConcurrentHashMap<>();

    /**
     * The secret to try now.
     *
     * @throws IOException when there is none to be had and never was; the message says why
     */
    public Secret forAttempt(SourceId source, TokenSource from) throws IOException {
        tried.remove(source);
        Secret secret = held.now(from);
        tried.put(source, secret);
        return secret;
    }

    /** Forgets what came from any other place. */
    void keep(Collection<TokenSource> sources) {
        held.keep(sources);
    }

    /** Whether a secret other than the one tried last is there. */
    public boolean hasNew(SourceId source, TokenSource from) {
        try {
            return !Objects.equals(from.read(), tried.get(source));
        } catch (IOException e) {
            return false;
        }
    }
}
