package io.github.ticryptexporter.api;

import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Trust and identity towards a server that is read; verification itself cannot be switched off.
 *
 * @param trust what to believe instead of the platform's authorities; null for these
 * @param identity the client certificate to present; null for none
 */
public record TlsSettings(@Nullable Trust trust, @Nullable Identity identity) {

    /** The platform's trust store and no client certificate. */
    public static final TlsSettings PLATFORM = new TlsSettings(null, null);
}
