package io.github.ticryptexporter.http;

/** What a client can run into. */
public enum Limit {
    CONNECTIONS("connections"),
    REQUESTS("requests"),
    RATE("rate"),
    PASSWORD_CHECKS("password_checks"),
    HEADER_SIZE("header_size"),
    BODY_SIZE("body_size"),
    REQUEST_TIME("request_time"),
    ANSWER_TIME("answer_time");

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    /** The word in metrics. */
    public String label() {
        return label;
    }
}
