package io.github.ticryptexporter.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manual page: what commands and flags say of themselves, and around it what a host has to know. */
final class ManPage {

    private static final String HEAD = """
            .\\" Made from the commands and flags of the program: see CONTRIBUTING.md.
            .TH TICRYPT\\-EXPORTER 1 "" ticrypt\\-exporter "User Commands"
            .nh
            .ad l
            .SH NAME
            ticrypt\\-exporter \\- Prometheus exporter for tiCrypt
            .SH SYNOPSIS
            .B ticrypt\\-exporter
            .RI [ COMMAND ]
            .RI [ FLAGS ]
            .SH DESCRIPTION
            Reads the REST API of a tiCrypt site with read\\-only tokens on a schedule, and serves VMs, hosts, drives, team
            quotas, projects and accounts as metrics for Prometheus.
            """;

    private static final String FOOT = """
            .TP
            .B \\-\\-version
            Print name and version.
            .TP
            .BR \\-\\-help ", " \\-h
            Print the help; behind a command, that of the command.
            .PP
            A flag wins over its environment variable, the variable over the configuration file, the file over the default.
            .SH ENVIRONMENT
            .TP
            .B JAVA_OPTS
            Options for Java, separated by spaces.
            .TP
            .B JAVA_HOME
            Where Java is, 17 or newer; without it, the one on the path.
            .SH FILES
            .TP
            .I /etc/ticrypt\\-exporter/exporter.yaml
            The configuration of the service.
            .TP
            .I /etc/ticrypt\\-exporter/tokens/
            Tokens, a file for each; root's, and readable for the service.
            .TP
            .I /etc/default/ticrypt\\-exporter
            ARGS, JAVA_OPTS and JAVA_HOME of the service.
            .TP
            .I /usr/share/doc/ticrypt\\-exporter/examples/ticrypt\\-exporter.example.yaml
            Every setting, with its default.
            .SH SIGNALS
            .TP
            .B SIGHUP
            Read the configuration again; one that is wrong is refused whole, and the log says why.
            .TP
            .B SIGTERM
            Let scrapes in flight finish, and end.
            .SH EXIT STATUS
            .TP
            .B 0
            Done; for the daemon, ended by SIGTERM.
            .TP
            .B 1
            Could not: for example the address is in use, a route failed, or a file was kept.
            .TP
            .B 2
            Wrong usage or configuration; standard error says what to write instead.
            .SH EXAMPLES
            .EX
            ticrypt\\-exporter demo
            ticrypt\\-exporter check \\-\\-live \\-\\-config.file=/etc/ticrypt\\-exporter/exporter.yaml
            systemctl reload ticrypt\\-exporter
            .EE
            .SH SEE ALSO
            .BR systemctl (1),
            .BR prometheus (1)
            """;

    private final HelpText help;

    ManPage(List<String> scenarios) {
        this.help = new HelpText(scenarios);
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD).append(".SH COMMANDS\n");
        for (Verb verb : Verb.values()) {
            page.append(".TP\n.B ").append(escaped(verb.word()));
            page.append(verb.argument().isEmpty() ? "" : " \\fI" + verb.argument() + "\\fR");
            page.append('\n').append(line(verb.summary())).append(flagsOf(verb));
        }
        page.append(".SH FLAGS\n");
        shown().forEach(flag -> page.append(entry(flag)));
        return page.append(FOOT).toString();
    }

    /** Flags that have something to say. */
    static Stream<Flag> shown() {
        return Arrays.stream(Flag.values()).filter(flag -> !flag.help().isEmpty());
    }

    /** Flags that the command takes and obeys. */
    static Stream<Flag> shown(Verb verb) {
        return verb.flags().stream().filter(flag -> !flag.help().isEmpty()).filter(verb::obeys);
    }

    private static String flagsOf(Verb verb) {
        String options = shown(verb).map(Flag::option).collect(Collectors.joining(", "));
        return ".br\n" + line("Flags: " + options + ".");
    }

    private String entry(Flag flag) {
        List<Verb> takers = Arrays.stream(Verb.values())
                .filter(verb -> shown(verb).anyMatch(flag::equals))
                .toList();
        String title = flag.isSwitch()
                ? ".B " + escaped(flag.option())
                : ".BI " + escaped(flag.option()) + "= " + escaped(flag.argument());
        return ".TP\n" + title + '\n' + line(help.sentences(takers.get(0), flag)) + line(defaults(flag, takers))
                + ".br\n" + line("Environment: " + flag.variable());
    }

    /** The default of the first command, and those that are others. */
    private String defaults(Flag flag, List<Verb> takers) {
        String first = help.otherwise(takers.get(0), flag).strip();
        return takers.stream()
                .filter(verb -> !help.otherwise(verb, flag).strip().equals(first))
                .map(verb -> " With " + verb.word() + ": " + verb.defaultOf(flag) + ".")
                .collect(Collectors.joining("", first, ""));
    }

    /** One line of input, which no character of the text makes a request; nothing for an empty text. */
    private static String line(String text) {
        return text.isEmpty() ? "" : (text.startsWith(".") ? "\\&" : "") + escaped(text) + '\n';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    }
}
