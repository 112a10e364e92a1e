package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no answer came at all, told from the exception of the HTTP client. */
record ConnectionTrouble(FailureReason reason, String message) {

    /** The client's only word for a proxy that would not let a connection through. */
    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d+)");

    static ConnectionTrouble of(@Nullable Throwable thrown, UpstreamSettings settings) {
        Advice advice = settings.advice();
        boolean isProxied = settings.proxy() != null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                throw error;
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new ConnectionTrouble(FailureReason.TIMEOUT, "no connection within the connect timeout");
            }
            if (cause instanceof SSLException) {
                return new ConnectionTrouble(
                        FailureReason.TLS,
                        "no TLS connection; check " + advice.trust() + " and the certificate: " + inWords(cause));
            }
            if (cause instanceof UnresolvedAddressException) {
                return connect(
                        isProxied
                                ? "the host name of the proxy does not resolve; check " + advice.proxy()
                                : "the host name does not resolve; check " + String.join(" and ", advice.ways()));
            }
            Matcher refusal = NO_TUNNEL.matcher(String.valueOf(cause.getMessage()));
            if (refusal.matches()) {
                return connect("the proxy lets no connection through and answers " + refusal.group(1) + "; check "
                        + advice.proxy() + " and " + advice.address());
            }
        }
        return connect(
                thrown instanceof ConnectException
                        ? nobody(isProxied, advice)
                        : "the connection was lost, or spoke no HTTP, before an answer came");
    }

    private static String nobody(boolean isProxied, Advice advice) {
        return isProxied
                ? "no connection to the proxy, refused or unreachable; check " + advice.proxy() + " and that it runs"
                : "no connection, refused or unreachable; check " + String.join(", ", advice.ways()) + " and that the "
                        + advice.server() + " runs";
    }

    private static ConnectionTrouble connect(String message) {
        return new ConnectionTrouble(FailureReason.CONNECT, message);
    }

    /** The JDK's own words for what is wrong, the innermost; they quote names of certificates, and nothing of the request. */
    private static String inWords(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause = thrown.getCause(); cause instanceof GeneralSecurityException; cause = cause.getCause()) {
            innermost = cause;
        }
        String message =
                String.valueOf(innermost.getMessage()).lines().findFirst().orElse("no reason given");
        if (innermost instanceof CertificateExpiredException) {
            return "it has expired, " + message;
        }
        return innermost instanceof CertificateNotYetValidException ? "it is not valid yet, " + message : message;
    }
}
