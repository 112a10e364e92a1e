package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides;
import java.util.Arrays;
import java.util.List;

/** Every flag, once: its spelling, what it takes and what it does, for the parser and for the help. */
enum Flag {
    CONFIG_FILE("config.file", "FILE", "The configuration, in YAML."),
    WEB_LISTEN_ADDRESS(
            "web.listen-address",
            "HOST:PORT",
            "Where to listen. An address that is not loopback needs TLS and authentication, or --web.allow-open."),
    WEB_TELEMETRY_PATH("web.telemetry-path", "PATH", "Where the metrics are."),
    WEB_ALLOW_OPEN(
            "web.allow-open",
            "",
            "Accept a listen address that is not loopback, although everyone who reaches it can read what it serves."),
    WEB_CONFIG_FILE(
            "web.config.file",
            "FILE",
            "TLS, authentication, headers and a rate limit, in the form of the Prometheus exporter-toolkit; read again when"
                    + " it changes."),
    WEB_ENABLE_LIFECYCLE("web.enable-lifecycle", "", "Let a POST to /-/reload have the configuration read again."),
    PRIVACY_LEVEL(
            "privacy.level",
            "LEVEL",
            "How much the metrics name. strict: ids of teams, hosts by inventory name or pseudonym, counts for all else."
                    + " named: adds names of teams, addresses of hosts, security levels. detailed: adds VMs and drives"
                    + " one by one."),
    EXPOSITION_SELF_CHECK(
            "exposition.self-check",
            "",
            "Read every exposition back before it is published. One that is found damaged is not: the one before it stays,"
                    + " and the log says where the damage is."),
    LIVE(
            "live",
            "",
            "Read every configured route once, and print how it went, which hosts were seen, and what running the exporter"
                    + " will cost."),
    RUNNING(
            "running",
            "URL",
            "Ask the exporter that runs at this address, such as https://exporter.example.edu:10917, whether it is ready and"
                    + " how old its data is, as a scraper would that has the web configuration's certificate and token."),
    OUTPUT(
            "output",
            "FILE",
            "Write to this file instead of standard output: whole or not at all, readable for everybody. For"
                    + " node_exporter's textfile collector, a name that ends in .prom."),
    FORMAT("format", "FORMAT", "The form of the table: markdown, json."),
    THRESHOLDS(
            "thresholds",
            "FILE",
            "Make the alert rules with the numbers of this file, in the shape of alerts/thresholds.yaml; what it leaves out"
                    + " stays as it is there."),
    FORCE("force", "", "Overwrite files that differ from the bundled ones."),
    SEED("seed", "NUMBER", "The same seed makes the same site and the same tokens."),
    SCALE("scale", "NUMBER", "Size of the site: 0.1 for a tenth of the built-in one, 10 for ten times, at most 100."),
    SCENARIO("scenario", "NAME", "What happens at the site: %s."),
    LOG_LEVEL(
            "log.level",
            "LEVEL",
            "The least severe lines to log: debug, info, warn, error. A package may have a level of its own, as in"
                    + " info,poll=debug; these log: api, cli, exporter, http, poll, simulator. So may a library, by its"
                    + " full name, down to info."),
    LOG_FORMAT("log.format", "FORMAT", "The form of log lines: logfmt, json.");

    static final List<String> LEVELS = Arrays.stream(LogOptions.Level.values())
            .map(LogOptions.Level::label)
            .toList();

    static final List<String> FORMATS = Arrays.stream(LogOptions.Format.values())
            .map(LogOptions.Format::label)
            .toList();

    static final List<String> TABLE_FORMATS =
            Arrays.stream(TableFormat.values()).map(TableFormat::label).toList();

    private final String key;
    private final String argument;
    private final String help;

    Flag(String key, String argument, String help) {
        this.key = key;
        this.argument = argument;
        this.help = help;
    }

    /** Name without dashes; also the key of the configuration file that it overrides, where there is one. */
    String key() {
        return key;
    }

    String option() {
        return "--" + key;
    }

    String variable() {
        return Overrides.variable(key);
    }

    /** What the flag takes; empty for one that takes nothing. */
    String argument() {
        return argument;
    }

    /** True for a flag that says yes by being there. */
    boolean isSwitch() {
        return argument.isEmpty();
    }

    boolean isRepeatable() {
        return this == WEB_LISTEN_ADDRESS;
    }

    /** Sentences for the help; empty for a flag that is known so that it can be refused with a reason. */
    String help() {
        return help;
    }
}
