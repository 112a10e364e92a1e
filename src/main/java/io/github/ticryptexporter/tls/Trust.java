package io.github.ticryptexporter.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates are believed.
 *
 * @param origin the file they were read from; empty for those that stood in the configuration itself
 * @param authorities at least one
 */
public record Trust(String origin, List<X509Certificate> authorities) {

    public Trust {
        authorities = List.copyOf(authorities);
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no authority to trust");
        }
    }

    /** These certificates beside the authorities of the platform. */
    public static Trust besidePlatform(String origin, List<X509Certificate> certificates) {
        List<X509Certificate> all = new ArrayList<>(certificates);
        for (TrustManager manager : platform()) {
            all.addAll(List.of(((X509TrustManager) manager).getAcceptedIssuers()));
        }
        return new Trust(origin, all);
    }

    /** What checks chains with the authorities of the platform. */
    public static TrustManager[] platform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform trusts nobody", e);
        }
    }

    /** What the platform checks chains with; no other authority is believed. */
    public TrustManager[] managers() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("ca-" + i, authorities.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the platform can hold no certificates", e);
        }
    }

    @Override
    public String toString() {
        return "Trust[" + origin + ", " + authorities.size() + " certificates]";
    }
}
