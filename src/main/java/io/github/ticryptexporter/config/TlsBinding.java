package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Trust;
import java.util.Optional;

/** Binds a section {@code tls}: whom to trust, and who to be, towards a server that is read. There is no key to trust anyone. */
final class TlsBinding {
    private TlsBinding() {}

    static TlsSettings settings(Section tls) {
        Optional<Trust> trust = tls.setting("ca-file").flatMap(PemFiles::trust);
        Optional<Setting> certificate = tls.setting("client-cert-file");
        Optional<Setting> key = tls.setting("client-key-file");
        if (tls.has("client-cert-file") != tls.has("client-key-file")) {
            tls.problem("expected client-cert-file and client-key-file together, but was one of them", "add the other");
        }
        Optional<Identity> identity = certificate.isPresent() && key.isPresent()
                ? PemFiles.identity(certificate.get(), key.get())
                : Optional.empty();
        return new TlsSettings(trust.orElse(null), identity.orElse(null));
    }
}
