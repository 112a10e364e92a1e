package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no answer came at all, told from the exception of the HTTP client. */
record ConnectionTrouble(FailureReason reason, String message) {

    static ConnectionTrouble of(@Nullable Throwable thrown, Advice advice) {
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
                        "no TLS connection; check " + advice.trust() + " and the certificate: " + firstLine(cause));
            }
            if (cause instanceof UnresolvedAddressException) {
                return new ConnectionTrouble(
                        FailureReason.CONNECT,
                        "the host name does not resolve; check " + advice.baseUrl() + " and " + advice.proxy());
            }
        }
        if (thrown instanceof ConnectException) {
            return new ConnectionTrouble(
                    FailureReason.CONNECT,
                    "no connection, refused or unreachable; check " + advice.baseUrl() + ", " + advice.proxy()
                            + " and that the " + advice.server() + " runs");
        }
        return new ConnectionTrouble(
                FailureReason.CONNECT, "the connection was lost, or spoke no HTTP, before an answer came");
    }

    /** The JDK's words about a certificate: names of its subject and what is wrong, nothing of the request. */
    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse("no reason given");
    }
}
