package io.github.ticryptexporter.simulator;

import java.util.Locale;

/** What a token is scoped to. */
enum TokenType {
    DRIVE,
    VM,
    TEAM,
    PROJECT,
    USER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
