package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a secret anew for every attempt, and remembers for each source which one was tried last. Safe for threads. */
public final class Credentials {

    private final Map<SourceId, Secret> tried = new ConcurrentHashMap<>();

    /**
     * The secret to try now.
     *
     * @throws IOException when there is none to be had; the message says why
     */
    public Secret forAttempt(SourceId source, TokenSource from) throws IOException {
        tried.remove(source);
        Secret secret = from.read();
        tried.put(source, secret);
        return secret;
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
