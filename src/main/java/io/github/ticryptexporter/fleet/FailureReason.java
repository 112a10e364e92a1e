package io.github.ticryptexporter.fleet;

import java.util.Locale;

/** Why an attempt to read a route failed. */
public enum FailureReason {
    /** Status 401: the token is missing, wrong or revoked. */
    UNAUTHORIZED,
    /** Status 403: the token is of another kind. */
    FORBIDDEN,
    /** Status 404. */
    NOT_FOUND,
    /** Status 429. */
    RATE_LIMITED,
    /** Any other 4xx. */
    CLIENT_ERROR,
    /** Any 5xx. */
    SERVER_ERROR,
    /** No connection, or no last byte, within the deadline. */
    TIMEOUT,
    /** The connection was refused, or lost before the end of the body. */
    CONNECT,
    /** No agreement on certificates or protocol. */
    TLS,
    /** A 200 whose body is not what the route answers. */
    MALFORMED,
    /** A body beyond the configured size. */
    TOO_LARGE,
    /** 3xx, 204 and the like. */
    UNEXPECTED_STATUS;

    /** The label's value: the constant in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
