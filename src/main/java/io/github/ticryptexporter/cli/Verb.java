package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.metrics.PrivacyLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every command word, with the flags that it takes and what they are when they are not given. */
enum Verb {
    SERVE("Run the exporter: read the tiCrypt API on a schedule and serve its metrics. The default command."),
    DEMO("Run the exporter on a simulated tiCrypt site: needs no backend, no token and no configuration."),
    SIMULATE("Run the simulated tiCrypt API alone, for dashboards and tests, and print its tokens."),
    CHECK("Read the configuration and print what is wrong with it, or else what it makes the exporter read. Sends"
            + " nothing to the API.");

    private static final String SIMULATOR_ADDRESS = "127.0.0.1:10918";

    private final String summary;

    Verb(String summary) {
        this.summary = summary;
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

    /** In the order of the help. */
    List<Flag> flags() {
        return switch (this) {
            case SERVE, CHECK ->
                List.of(
                        Flag.CONFIG_FILE,
                        Flag.WEB_LISTEN_ADDRESS,
                        Flag.WEB_TELEMETRY_PATH,
                        Flag.WEB_ALLOW_OPEN,
                        Flag.WEB_CONFIG_FILE,
                        Flag.WEB_ENABLE_LIFECYCLE,
                        Flag.PRIVACY_LEVEL,
                        Flag.LOG_LEVEL,
                        Flag.LOG_FORMAT);
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

    /** What a flag is when it is given nowhere; empty when there is no such value. */
    String defaultOf(Flag flag) {
        return switch (flag) {
            case CONFIG_FILE, WEB_ALLOW_OPEN, WEB_CONFIG_FILE, WEB_ENABLE_LIFECYCLE, SCENARIO -> "";
            case WEB_LISTEN_ADDRESS -> this == SIMULATE ? SIMULATOR_ADDRESS : HttpSettings.DEFAULT_LISTEN_ADDRESS;
            case WEB_TELEMETRY_PATH -> HttpSettings.DEFAULT_TELEMETRY_PATH;
            case PRIVACY_LEVEL -> (this == DEMO ? PrivacyLevel.NAMED : PrivacyLevel.STRICT).label();
            case SEED -> Long.toString(SiteOptions.DEFAULT_SEED);
            case SCALE -> Integer.toString(SiteOptions.DEFAULT_SCALE);
            case LOG_LEVEL -> LogOptions.DEFAULT.level().label();
            case LOG_FORMAT -> LogOptions.DEFAULT.format().label();
        };
    }
}
