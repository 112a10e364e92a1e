package io.github.ticryptexporter.http;

import io.github.ticryptexporter.tls.Trust;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates clients have to show.
 *
 * @param authorities whose certificates are verified; null for the platform's authorities
 * @param allowedNames one of which must be a subject alternative name of each certificate; empty for any
 */
public record ClientCertificates(ClientAuth auth, @Nullable Trust authorities, Set<String> allowedNames) {

    /** None. */
    public static final ClientCertificates NONE = new ClientCertificates(ClientAuth.NO_CLIENT_CERT, null, Set.of());

    public ClientCertificates {
        allowedNames = Set.copyOf(allowedNames);
    }

    /** Whether they tell a client from a stranger; any of the platform's many authorities issues to strangers. */
    public boolean areIdentified() {
        return auth.isRequired() && auth.isVerified() && (authorities != null || !allowedNames.isEmpty());
    }
}
