package io.github.ticryptexporter.http;

/** Why a stranger was not served. */
public enum Refusal {
    NO_CREDENTIALS("no_credentials"),
    WRONG_CREDENTIALS("wrong_credentials"),
    HANDSHAKE("handshake"),
    CONNECTION("connection");

    private final String label;

    Refusal(String label) {
        this.label = label;
    }

    /** The word in metrics. */
    public String label() {
        return label;
    }
}
