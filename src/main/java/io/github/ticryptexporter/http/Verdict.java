package io.github.ticryptexporter.http;

/** What becomes of a request for what it presents. */
enum Verdict {
    WELCOME,
    NO_CREDENTIALS,
    WRONG_CREDENTIALS,
    /** So many passwords are being checked that this one was not. */
    UNDECIDED
}
