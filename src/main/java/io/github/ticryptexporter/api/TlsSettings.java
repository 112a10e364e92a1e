package io.github.ticryptexporter.api;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Trust and identity towards the backend; verification itself cannot be switched off.
 *
 * @param caFile PEM certificates to trust instead of the platform's; null for the platform's
 * @param clientCertFile PEM certificate chain to present; null for none
 * @param clientKeyFile the chain's unencrypted PKCS#8 PEM key; null exactly when there is no chain
 */
public record TlsSettings(
        @Nullable Path caFile,
        @Nullable Path clientCertFile,
        @Nullable Path clientKeyFile) {

    /** The platform's trust store and no client certificate. */
    public static final TlsSettings PLATFORM = new TlsSettings(null, null, null);

    public TlsSettings {
        if ((clientCertFile == null) != (clientKeyFile == null)) {
            throw new IllegalArgumentException("a client certificate needs its key, and a key its certificate");
        }
    }
}
