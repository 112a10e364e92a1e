package io.github.ticryptexporter.api;

import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The TLS context that settings ask for; with neither trust nor identity, the platform's own serves. */
final class TlsContext {

    private TlsContext() {}

    /** Empty for the platform's own. */
    static Optional<SSLContext> of(TlsSettings settings) {
        Trust trust = settings.trust();
        Identity identity = settings.identity();
        if (trust == null && identity == null) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? null : identity.managers(), trust == null ? null : trust.managers(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this platform", e);
        }
    }
}
