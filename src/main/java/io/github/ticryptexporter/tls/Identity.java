package io.github.ticryptexporter.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * A certificate chain and its private key. Its text shows no key.
 *
 * @param chainOrigin the file of the chain; empty for one that stood in the configuration itself
 * @param keyOrigin the same for the key
 * @param chain the own certificate first; at least that one
 */
public record Identity(String chainOrigin, String keyOrigin, List<X509Certificate> chain, PrivateKey key) {

    private static final byte[] PROBE = {1};

    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate");
        }
    }

    /** Whether the key is that of the own certificate; a half-rotated pair is not. */
    public boolean isPair() {
        try {
            Signature signature = Signature.getInstance(signatureAlgorithm());
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String signatureAlgorithm() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    /** What the platform shows in handshakes. */
    public KeyManager[] managers() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("own", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the platform can hold no certificates", e);
        }
    }

    @Override
    public String toString() {
        return "Identity[" + chainOrigin + ", " + chain.size() + " certificates, key ***]";
    }
}
