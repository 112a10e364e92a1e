package io.github.ticryptexporter.config;

import io.github.ticryptexporter.tls.Identity;
import io.github.ticryptexporter.tls.Pem;
import io.github.ticryptexporter.tls.PemException;
import io.github.ticryptexporter.tls.Trust;
import java.nio.file.Path;
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
    static Optional<Trust> trust(Setting setting) {
        return certificates(setting).map(authorities -> new Trust(text(setting), authorities));
    }

    /** A client's identity, from its two files. */
    static Optional<Identity> identity(Setting certificate, Setting key) {
        Optional<List<X509Certificate>> chain = certificates(certificate);
        Optional<PrivateKey> privateKey = NamedFile.secret(key).flatMap(path -> privateKey(key, path));
        return chain.isPresent() && privateKey.isPresent()
                ? paired(new Identity(text(certificate), text(key), chain.get(), privateKey.get()), key)
                : Optional.empty();
    }

    private static Optional<Identity> paired(Identity identity, Setting key) {
        return identity.isPair() ? Optional.of(identity) : key.refuse(PAIR, PAIR_MEND);
    }

    private static Optional<List<X509Certificate>> certificates(Setting setting) {
        return NamedFile.readable(setting).flatMap(path -> certificates(setting, path));
    }

    private static Optional<List<X509Certificate>> certificates(Setting setting, Path file) {
        Optional<byte[]> pem = NamedFile.content(setting, file);
        try {
            return pem.isPresent() ? Optional.of(Pem.certificates(pem.get())) : Optional.empty();
        } catch (PemException e) {
            return setting.refuse(CERTIFICATES, e.mend());
        }
    }

    private static Optional<PrivateKey> privateKey(Setting setting, Path file) {
        Optional<byte[]> pem = NamedFile.content(setting, file);
        try {
            return pem.isPresent() ? Optional.of(Pem.privateKey(pem.get())) : Optional.empty();
        } catch (PemException e) {
            return setting.refuse(KEY, e.mend());
        }
    }

    private static String text(Setting setting) {
        return setting.path().map(Path::toString).orElse("");
    }
}
