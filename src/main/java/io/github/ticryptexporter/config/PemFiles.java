package io.github.ticryptexporter.config;

import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.PemException;
import io.github.ticryptexporter.tls.Trust;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Reads the files below {@code tls}, so that what is wrong with one is told at start and not by a handshake. */
final class PemFiles {

    static final String CERTIFICATES = "a file of PEM certificates";
    static final String KEY = "a file with an unencrypted private key in PEM";
    private static final String PAIR = "the key of the certificate";
    private static final String PAIR_MEND = "it belongs to another one; give both files of one pair";

    private PemFiles() {}

    /** Whom to trust. */
    static Optional<Trust> trust(Setting file) {
        return trust(PemText.ofFile(file));
    }

    static Optional<Trust> trust(PemText text) {
        return certificates(text).map(authorities -> new Trust(text.origin(), authorities));
    }

    /** An identity from its two files. */
    static Optional<Identity> identity(Setting certificate, Setting key) {
        return identity(PemText.ofFile(certificate), PemText.ofSecretFile(key));
    }

    static Optional<Identity> identity(PemText certificate, PemText key) {
        Optional<List<X509Certificate>> chain = certificates(certificate);
        Optional<PrivateKey> privateKey = privateKey(key);
        return chain.isPresent() && privateKey.isPresent()
                ? paired(new Identity(certificate.origin(), key.origin(), chain.get(), privateKey.get()), key)
                : Optional.empty();
    }

    private static Optional<Identity> paired(Identity identity, PemText key) {
        return identity.isPair() ? Optional.of(identity) : key.setting().refuse(PAIR, PAIR_MEND);
    }

    private static Optional<List<X509Certificate>> certificates(PemText text) {
        Optional<byte[]> pem = text.content();
        try {
            return pem.isPresent() ? Optional.of(Pem.certificates(pem.get())) : Optional.empty();
        } catch (PemException e) {
            return text.setting().refuse(text.isFile() ? CERTIFICATES : "PEM certificates", e.mend());
        }
    }

    private static Optional<PrivateKey> privateKey(PemText text) {
        Optional<byte[]> pem = text.content();
        try {
            return pem.isPresent() ? Optional.of(Pem.privateKey(pem.get())) : Optional.empty();
        } catch (PemException e) {
            return text.setting().refuse(text.isFile() ? KEY : "an unencrypted private key in PEM", e.mend());
        }
    }
}
