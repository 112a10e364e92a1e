package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every command word, with the flags that it takes and what they are when they are not given. */
enum Verb {
    SERVE("Run the exporter: read the tiCrypt API on a schedule and serve its metrics. The default command."),
    DEMO("Run the exporter on a simulated tiCrypt site: needs no backend, no token and no configuration."),
    SIMULATE("Run the simulated tiCrypt API alone, for dashboards and tests, and print its tokens."),
    TRAIN(
            "Start the exporter on a small simulated site, scrape it in every form and end: a training run from which Java"
                    + " makes an archive for faster starts."),
    CHECK("Read the configuration and print what is wrong with it, or else what it makes the exporter read. Sends"
            + " nothing, unless --live or --running is given."),
    ONCE("Read everything once and print the metrics, for a cron job and node_exporter's textfile collector. Takes the"
            + " flags of serve too, for one configuration serves both."),
    METRICS("Print the reference of all metrics as a table."),
    ASSETS(
            "Write the dashboards, rules and example configuration that come with the exporter into a directory.",
            "DIR");

    private static final String SIMULATOR_ADDRESS = "127.0.0.1:10918";

    private static final List<Flag> OF_SERVE = List.of(
            Flag.CONFIG_FILE,
            Flag.WEB_LISTEN_ADDRESS,
            Flag.WEB_TELEMETRY_PATH,
            Flag.WEB_ALLOW_OPEN,
            Flag.WEB_CONFIG_FILE,
            Flag.WEB_ENABLE_LIFECYCLE,
            Flag.PRIVACY_LEVEL,
            Flag.EXPOSITION_SELF_CHECK,
            Flag.LOG_LEVEL,
            Flag.LOG_FORMAT);

    private final String summary;
    private final String argument;

    Verb(String summary) {
        this(summary, "");
    }

    Verb(String summary, String argument) {
        this.summary = summary;
        this.argument = argument;
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    /** The word that the command takes beside flags; empty for none. */
    String argument() {
        return argument;
    }

    /** In the order of the help. */
    List<Flag> flags() {
        return switch (this) {
            case SERVE -> OF_SERVE;
            case CHECK -> ofServeAnd(Flag.LIVE, Flag.RUNNING);
            case ONCE -> ofServeAnd(Flag.OUTPUT);
            case TRAIN -> List.of(Flag.LOG_LEVEL, Flag.LOG_FORMAT);
            case METRICS -> List.of(Flag.FORMAT);
            case ASSETS -> List.of(Flag.THRESHOLDS, Flag.FORCE);
            case DEMO ->
                List.of(
                        Flag.SEED,
                        Flag.SCALE,
                        Flag.SCENARIO,
                        Flag.WEB_LISTEN_ADDRESS,
                        Flag.WEB_TELEMETRY_PATH,
                        Flag.WEB_ALLOW_OPEN,
                        Flag.WEB_CONFIG_FILE,
                        Flag.WEB_ENABLE_LIFECYCLE,
                        Flag.PRIVACY_LEVEL,
                        Flag.EXPOSITION_SELF_CHECK,
                        Flag.LOG_LEVEL,
                        Flag.LOG_FORMAT);
            case SIMULATE ->
                List.of(
                        Flag.SEED,
                        Flag.SCALE,
                        Flag.SCENARIO,
                        Flag.WEB_LISTEN_ADDRESS,
                        Flag.WEB_ALLOW_OPEN,
                        Flag.LOG_LEVEL,
                        Flag.LOG_FORMAT);
        };
    }

    private static List<Flag> ofServeAnd(Flag... own) {
        return Stream.concat(Stream.of(own), OF_SERVE.stream()).toList();
    }

    /** False for a flag that is taken only because the command shares the configuration of serve. */
    boolean obeys(Flag flag) {
        return this != ONCE || !flag.key().startsWith("web.");
    }

    /** What a flag is when it is given nowhere; empty when there is no such value. */
    String defaultOf(Flag flag) {
        return switch (flag) {
            case CONFIG_FILE,
                    WEB_ALLOW_OPEN,
                    WEB_CONFIG_FILE,
                    WEB_ENABLE_LIFECYCLE,
                    EXPOSITION_SELF_CHECK,
                    SCENARIO,
                    LIVE,
                    RUNNING,
                    OUTPUT,
                    THRESHOLDS,
                    FORCE -> "";
            case FORMAT -> TableFormat.MARKDOWN.label();
            case WEB_LISTEN_ADDRESS -> this == SIMULATE ? SIMULATOR_ADDRESS : HttpSettings.DEFAULT_LISTEN_ADDRESS;
            case WEB_TELEMETRY_PATH -> HttpSettings.DEFAULT_TELEMETRY_PATH;
            case PRIVACY_LEVEL -> (this == DEMO ? PrivacyLevel.NAMED : PrivacyLevel.STRICT).label();
            case SEED -> Long.toString(SiteOptions.DEFAULT_SEED);
            case SCALE -> Integer.toString(SiteOptions.DEFAULT_SCALE);
            case LOG_LEVEL -> logLevel().label();
            case LOG_FORMAT -> LogOptions.DEFAULT.format().label();
        };
    }

    /** What check finds it prints, and a cron job mails every line that once logs. */
    LogOptions.Level logLevel() {
        return switch (this) {
            case CHECK -> LogOptions.Level.ERROR;
            case ONCE -> LogOptions.Level.WARN;
            case SERVE, DEMO, SIMULATE, TRAIN, METRICS, ASSETS -> LogOptions.DEFAULT.level();
        };
    }
}
