package io.github.ticryptexporter.cli;

import java.util.List;

/** Arguments that make no command; the message has one line for each problem and a last one that points to the help. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(List<String> problems, String help) {
        super(String.join("\n", problems) + "\nTry \"" + help + "\".");
    }
}
