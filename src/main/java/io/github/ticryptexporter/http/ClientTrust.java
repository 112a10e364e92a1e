package io.github.ticryptexporter.http;

import io.github.ticryptexporter.tls.Trust;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** Judges the certificates of clients. */
final class ClientTrust extends X509ExtendedTrustManager {
    /** RFC 5280, section 4.2.1.6: e-mail, DNS, URI and IP, which the platform gives as text. */
    private static final Set<Integer> KINDS_OF_NAME = Set.of(1, 2, 6, 7);

    private final ClientCertificates wanted;
    private final List<X509TrustManager> verifiers;

    private ClientTrust(ClientCertificates wanted, List<X509TrustManager> verifiers) {
        this.wanted = wanted;
        this.verifiers = verifiers;
    }

    static ClientTrust of(ClientCertificates wanted) {
        return new ClientTrust(wanted, wanted.auth().isVerified() ? verifiers(wanted) : List.of());
    }

    private static List<X509TrustManager> verifiers(ClientCertificates wanted) {
        Trust authorities = wanted.authorities();
        return Stream.of(authorities == null ? Trust.platform() : authorities.managers())
                .map(X509TrustManager.class::cast)
                .toList();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        for (X509TrustManager verifier : verifiers) {
            verifier.checkClientTrusted(chain, authType);
        }
        if (!wanted.allowedNames().isEmpty() && names(chain[0]).noneMatch(wanted.allowedNames()::contains)) {
            throw new CertificateException("no name of the certificate is allowed");
        }
    }

    private static Stream<String> names(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Stream.empty()
                : names.stream()
                        .filter(name -> KINDS_OF_NAME.contains(name.get(0)))
                        .map(name -> String.valueOf(name.get(1)));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException("these are judged by the client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return verifiers.stream()
                .flatMap(verifier -> Stream.of(verifier.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
