package io.github.ticryptexporter.cli;

import java.util.List;

/** The help, in the words of somebody who wants to run the exporter; never wider than a terminal. */
final class HelpText {

    /** How the program is called. */
    static final String PROGRAM = "java -jar ticrypt-exporter.jar";

    private static final int WIDTH = 80;

    private static final String INDENT = "      ";

    private static final String FOOTER = """

              --version
                  Print name and version.
              --help, -h
                  Print this help.

            A flag wins over its environment variable, the variable over the
            configuration file, the file over the default.
            """;

    private final List<String> scenarios;

    HelpText(List<String> scenarios) {
        this.scenarios = scenarios;
    }

    /** Every command, and the flags of the default one. */
    String overview() {
        StringBuilder text = new StringBuilder();
        text.append("Prometheus exporter for tiCrypt: VMs, hosts, drives and team quotas.\n\n");
        text.append("Usage: ").append(PROGRAM).append(" [COMMAND] [FLAGS]\n\nCommands:\n");
        for (Verb verb : Verb.values()) {
            text.append("  ").append(words(verb)).append('\n').append(wrapped(INDENT, verb.summary()));
        }
        text.append("\nFlags of serve (for those of another command: COMMAND --help):\n");
        flags(Verb.SERVE, text);
        return text.append(FOOTER).toString();
    }

    /** One command. */
    String of(Verb verb) {
        StringBuilder text = new StringBuilder();
        text.append("Usage: ").append(PROGRAM).append(' ').append(words(verb)).append(" [FLAGS]\n\n");
        text.append(wrapped("", verb.summary())).append("\nFlags:\n");
        flags(verb, text);
        return text.append(FOOTER).toString();
    }

    private static String words(Verb verb) {
        return (verb.word() + " " + verb.argument()).strip();
    }

    private void flags(Verb verb, StringBuilder text) {
        for (Flag flag : verb.flags()) {
            if (!flag.help().isEmpty() && verb.obeys(flag)) {
                text.append("  ").append(flag.option()).append(flag.isSwitch() ? "" : "=" + flag.argument());
                text.append('\n').append(wrapped(INDENT, sentences(verb, flag)));
                text.append(wrapped(INDENT, otherwise(verb, flag) + "Environment: " + flag.variable()));
            }
        }
    }

    /** What the flag does, with the names of the scenarios filled in. */
    String sentences(Verb verb, Flag flag) {
        String sentences = flag.help().formatted(String.join(", ", scenarios));
        boolean several = flag.isRepeatable() && verb != Verb.SIMULATE;
        return several ? sentences + " May be repeated; in the environment, separate by commas." : sentences;
    }

    /** What the flag is when it is not given, as a sentence and a space; empty for nothing. */
    String otherwise(Verb verb, Flag flag) {
        if (flag == Flag.CONFIG_FILE) {
            return "Required. ";
        }
        String value = flag == Flag.SCENARIO ? scenarios.get(0) : verb.defaultOf(flag);
        return value.isEmpty() ? "" : "Default: " + value + ". ";
    }

    private static String wrapped(String indent, String sentences) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : sentences.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(indent.length());
            }
            line.append(word).append(' ');
        }
        return text.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
