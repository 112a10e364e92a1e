package io.github.ticryptexporter.exposition;

/** A content coding that a body can be sent in. */
enum Encoding {
    IDENTITY(""),
    GZIP("gzip");

    private final String header;

    Encoding(String header) {
        this.header = header;
    }

    /** The value of {@code Content-Encoding}; empty where the header must be left out (RFC 9110, section 8.4.1). */
    String header() {
        return header;
    }
}
