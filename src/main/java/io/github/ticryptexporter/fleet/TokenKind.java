package io.github.ticryptexporter.fleet;

import java.util.Locale;

/** The token types of the API document; each opens the routes of its own kind. */
public enum TokenKind {
    DRIVE,
    VM,
    TEAM,
    PROJECT,
    USER;

    /** The word that labels and configuration keys use: {@code drive}, {@code vm} and so on. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
