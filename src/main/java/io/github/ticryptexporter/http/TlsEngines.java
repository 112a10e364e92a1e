package io.github.ticryptexporter.http;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

/** The server's side of TLS for one connection after the other, as the settings say. */
final class TlsEngines {
    /** With forward secrecy and authenticated encryption. */
    private static final List<String> GOOD_SUITES = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final List<String> TLS_1_3_SUITES =
            List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

    /** So long may a client go on with what it once negotiated. */
    private static final int SESSION_SECONDS = 3_600;

    /** Java would keep twenty thousand, which strangers would fill. */
    private static final int SESSIONS = 256;

    private final ServerTls settings;
    private final SSLContext context;
    private final ClientTrust clients;

    private TlsEngines(ServerTls settings, SSLContext context, ClientTrust clients) {
        this.settings = settings;
        this.context = context;
        this.clients = clients;
    }

    static TlsEngines of(ServerTls settings) {
        ClientTrust clients = ClientTrust.of(settings.clients());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(settings.identity().managers(), new TrustManager[] {clients}, null);
            context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
            context.getServerSessionContext().setSessionCacheSize(SESSIONS);
            return new TlsEngines(settings, context, clients);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS on this platform", e);
        }
    }

    ServerTls settings() {
        return settings;
    }

    /** For one connection. */
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(parameters(engine.getSupportedCipherSuites()));
        return engine;
    }

    private SSLParameters parameters(String[] supportedSuites) {
        SSLParameters parameters = new SSLParameters(suites(supportedSuites), protocols());
        parameters.setUseCipherSuitesOrder(settings.decidesSuite());
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        // Each of the two switches the other off.
        if (settings.clients().auth().isRequired()) {
            parameters.setNeedClientAuth(true);
        } else if (settings.clients().auth().isAsked()) {
            parameters.setWantClientAuth(true);
        }
        if (!settings.groups().isEmpty()) {
            NamedGroups.choose(parameters, settings.groups());
        }
        return parameters;
    }

    private String[] protocols() {
        return settings.protocols().toArray(String[]::new);
    }

    private String[] suites(String[] supported) {
        List<String> ofTls12 = settings.cipherSuites().isEmpty() ? GOOD_SUITES : settings.cipherSuites();
        return Stream.concat(TLS_1_3_SUITES.stream(), ofTls12.stream())
                .distinct()
                .filter(Arrays.asList(supported)::contains)
                .toArray(String[]::new);
    }

    /**
     * Whether a session that was negotiated before, perhaps under other settings, would be let in now; told once for each
     * session, since looking at certificates takes time.
     */
    boolean admits(SSLSession session) {
        if (!settings.protocols().contains(session.getProtocol())) {
            return false;
        }
        if (!settings.clients().auth().isAsked() || this.equals(session.getValue(TlsEngines.class.getName()))) {
            return true;
        }
        boolean admitted = isTrusted(session);
        if (admitted) {
            session.putValue(TlsEngines.class.getName(), this);
        }
        return admitted;
    }

    private boolean isTrusted(SSLSession session) {
        try {
            X509Certificate[] chain = Stream.of(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            clients.checkClientTrusted(chain, "UNKNOWN");
            return true;
        } catch (SSLPeerUnverifiedException e) {
            return !settings.clients().auth().isRequired();
        } catch (CertificateException e) {
            return false;
        }
    }
}
