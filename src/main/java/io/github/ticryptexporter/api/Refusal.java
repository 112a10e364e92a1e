package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;

/** What an answer other than 200 means and what to do about it; the API document lists the codes. */
record Refusal(FailureReason reason, String message) {

    static Refusal of(int status) {
        String expected = "expected 200, but was " + status;
        return switch (status) {
            case 401 ->
                new Refusal(
                        FailureReason.UNAUTHORIZED,
                        expected + ": the token is wrong, expired or revoked; put a new one in");
            case 403 ->
                new Refusal(FailureReason.FORBIDDEN, expected + ": the token is not of the type that this route needs");
            case 404 ->
                new Refusal(
                        FailureReason.NOT_FOUND,
                        expected + ": check ticrypt.base-url, its path prefix and the realm's id");
            case 429 -> new Refusal(FailureReason.RATE_LIMITED, expected + ": the backend asks for fewer requests");
            case 301, 302, 303, 307, 308 ->
                new Refusal(
                        FailureReason.UNEXPECTED_STATUS,
                        expected + ": no redirect is followed; check ticrypt.base-url, its scheme and its path prefix");
            default -> new Refusal(reason(status), expected);
        };
    }

    private static FailureReason reason(int status) {
        if (status >= 500) {
            return FailureReason.SERVER_ERROR;
        }
        return status >= 400 ? FailureReason.CLIENT_ERROR : FailureReason.UNEXPECTED_STATUS;
    }
}
