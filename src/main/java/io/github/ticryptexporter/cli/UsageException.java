package io.github.ticryptexporter.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Arguments that make no command; the message has one line for each problem and a last one that points to the help. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(List<String> problems, String help) {
        super(problems.stream().map(UsageException::line).collect(Collectors.joining()) + "Try \"" + help + "\".");
    }

    /** One line, whatever line breaks an argument may contain. */
    private static String line(String problem) {
        return problem.replaceAll("\\p{Cntrl}", "?") + "\n";
    }
}
