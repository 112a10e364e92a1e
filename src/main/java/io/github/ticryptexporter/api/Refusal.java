package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;

/** What an answer other than 200 means and what to do about it; the API document lists the codes, and others keep to them. */
record Refusal(FailureReason reason, String message) {

    static Refusal of(int status, Advice advice) {
        String expected = "expected 200, but was " + status;
        return switch (status) {
            case 401 ->
                new Refusal(
                        FailureReason.UNAUTHORIZED,
                        expected + ": the " + advice.secret() + " is wrong, expired or revoked; put a new one in");
            case 403 ->
                new Refusal(FailureReason.FORBIDDEN, expected + ": the " + advice.secret() + " " + advice.forbidden());
            case 404 -> new Refusal(FailureReason.NOT_FOUND, expected + ": check " + advice.address() + advice.path());
            case 407 ->
                new Refusal(
                        FailureReason.CLIENT_ERROR,
                        expected + ": the proxy asks for a password, which cannot be given; check " + advice.proxy());
            case 429 ->
                new Refusal(
                        FailureReason.RATE_LIMITED, expected + ": the " + advice.server() + " asks for fewer requests");
            case 301, 302, 303, 307, 308 ->
                new Refusal(
                        FailureReason.UNEXPECTED_STATUS,
                        expected + ": no redirect is followed; check " + advice.address()
                                + ", its scheme and its path prefix");
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
