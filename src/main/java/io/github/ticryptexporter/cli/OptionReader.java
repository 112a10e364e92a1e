package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides;
import io.github.ticryptexporter.config.Overrides.Given;
import io.github.ticryptexporter.config.Spelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of one command: from the flag, else the environment, else the default; problems are collected. */
final class OptionReader {

    private static final List<String> SWITCH_VALUES = List.of("true", "false");

    /** Scheme, host and port, and what a browser puts behind them. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?)/?");

    private static final int GREATEST_PORT = 65535;

    private final Verb verb;
    private final Map<Flag, Given> given;
    private final Optional<String> argument;
    private final List<String> problems;

    private OptionReader(Verb verb, Map<Flag, Given> given, Optional<String> argument, List<String> problems) {
        this.verb = verb;
        this.given = given;
        this.argument = argument;
        this.problems = problems;
    }

    static OptionReader of(Verb verb, FlagScanner flags, Map<String, String> environment) {
        Map<Flag, Given> given = new EnumMap<>(Flag.class);
        for (Flag flag : verb.flags()) {
            fromEnvironment(flag, environment).ifPresent(value -> given.put(flag, value));
        }
        given.putAll(flags.given());
        return new OptionReader(verb, given, flags.argument(), new ArrayList<>(flags.problems()));
    }

    /** An empty variable is as good as none. */
    private static Optional<Given> fromEnvironment(Flag flag, Map<String, String> environment) {
        String text = environment.getOrDefault(flag.variable(), "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> values = flag.isRepeatable() ? List.of(text.split("\\s*,\\s*", -1)) : List.of(text);
        return Optional.of(new Given(flag.variable(), values));
    }

    List<String> problems() {
        return problems;
    }

    /** What was given, for the configuration to judge; defaults are its own. */
    Overrides overrides() {
        Map<String, Given> overrides = new HashMap<>();
        given.forEach((flag, value) -> overrides.put(flag.key(), value));
        return new Overrides(overrides);
    }

    /** What was given, and this command's defaults for the rest. */
    Overrides overridesAndDefaults() {
        Map<String, Given> overrides = new HashMap<>(overrides().given());
        for (Flag flag : verb.flags()) {
            if (!verb.defaultOf(flag).isEmpty()) {
                overrides.putIfAbsent(flag.key(), new Given(flag.option(), List.of(verb.defaultOf(flag))));
            }
        }
        return new Overrides(overrides);
    }

    Optional<Path> configFile() {
        Optional<String> text = text(Flag.CONFIG_FILE).filter(path -> !path.isBlank());
        if (text.isEmpty()) {
            problem(
                    Flag.CONFIG_FILE,
                    "expected the path of a configuration file, but was nothing; write for example"
                            + " --config.file=/etc/ticrypt-exporter/exporter.yaml, or try the command demo, which needs none");
        }
        return text.flatMap(path -> path(origin(Flag.CONFIG_FILE), path));
    }

    /** Empty for standard output. */
    Optional<Path> outputFile() {
        return file(Flag.OUTPUT);
    }

    /** Empty for the thresholds that come with the exporter. */
    Optional<Path> thresholdsFile() {
        return file(Flag.THRESHOLDS);
    }

    private Optional<Path> file(Flag flag) {
        Optional<String> text = text(flag);
        if (text.filter(String::isBlank).isPresent()) {
            problem(flag, "expected the path of a file, but was nothing; write one, or leave the flag out");
            return Optional.empty();
        }
        return text.flatMap(path -> path(origin(flag), path));
    }

    /** The directory that the command takes beside its flags. */
    Optional<Path> directory() {
        Optional<String> text = argument.filter(path -> !path.isBlank());
        if (text.isEmpty()) {
            problems.add(verb.argument() + ": expected a directory, but was nothing; write for example \"" + verb.word()
                    + " ./ticrypt-exporter\"");
        }
        return text.flatMap(path -> path(verb.argument(), path));
    }

    private Optional<Path> path(String origin, String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            problems.add(origin + ": expected a path, but was no path at all; correct it");
            return Optional.empty();
        }
    }

    TableFormat tableFormat() {
        return TableFormat.valueOf(word(Flag.FORMAT, Flag.TABLE_FORMATS).toUpperCase(Locale.ROOT));
    }

    /** Whether a switch is given that is the command's own; those of the configuration are for it to judge. */
    boolean isOn(Flag flag) {
        Optional<String> text = text(flag);
        if (text.filter(value -> !SWITCH_VALUES.contains(value)).isPresent()) {
            refuse(flag, "true or false", "write one of them");
        }
        return text.filter("true"::equals).isPresent();
    }

    /** The exporter that runs, by scheme, host and port; empty when none is to be asked. */
    Optional<URI> running() {
        Optional<String> text = text(Flag.RUNNING);
        Optional<URI> address = text.flatMap(OptionReader::address);
        if (text.isPresent() && address.isEmpty()) {
            // Not what it was: a password may stand there.
            problem(
                    Flag.RUNNING,
                    "expected an address such as https://exporter.example.edu:10917, without user, path, query and"
                            + " fragment; write one");
        }
        return address;
    }

    private static Optional<URI> address(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        try {
            return address.matches()
                    ? Optional.of(new URI(address.group(1))).filter(OptionReader::hasHostAndPort)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasHostAndPort(URI url) {
        return url.getHost() != null && url.getPort() != 0 && url.getPort() <= GREATEST_PORT;
    }

    LogOptions log() {
        LogLevels levels = LogLevels.parse(textOrDefault(Flag.LOG_LEVEL), words -> problem(Flag.LOG_LEVEL, words));
        return new LogOptions(
                levels.general().orElse(verb.logLevel()),
                levels.own(),
                LogOptions.Format.valueOf(word(Flag.LOG_FORMAT, Flag.FORMATS).toUpperCase(Locale.ROOT)));
    }

    /** @param scenarios every known one; the first is the default */
    SiteOptions site(List<String> scenarios) {
        return new SiteOptions(seed(), scale(), word(Flag.SCENARIO, scenarios));
    }

    private long seed() {
        String text = textOrDefault(Flag.SEED);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            refuse(Flag.SEED, "a whole number of at most 64 bits", "write one");
            return SiteOptions.DEFAULT_SEED;
        }
    }

    private double scale() {
        String text = textOrDefault(Flag.SCALE);
        double scale = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
        if (scale > 0 && scale <= SiteOptions.LARGEST_SCALE) {
            return scale;
        }
        refuse(Flag.SCALE, "a number above 0 and at most " + SiteOptions.LARGEST_SCALE, "write one such as 0.5 or 10");
        return SiteOptions.DEFAULT_SCALE;
    }

    /** One of the known words; the default when the flag is absent or refused, the first when there is none. */
    private String word(Flag flag, List<String> known) {
        String fallback = verb.defaultOf(flag).isEmpty() ? known.get(0) : verb.defaultOf(flag);
        String text = text(flag).orElse(fallback);
        if (known.contains(text)) {
            return text;
        }
        String nearest = Spelling.nearest(text, known).orElse(fallback);
        refuse(flag, "one of " + String.join(", ", known), "the nearest is " + nearest);
        return fallback;
    }

    private void refuse(Flag flag, String expected, String mend) {
        problem(flag, "expected " + expected + ", but was \"" + textOrDefault(flag) + "\"; " + mend);
    }

    void problem(Flag flag, String words) {
        problems.add(origin(flag) + ": " + words);
    }

    private String origin(Flag flag) {
        Given value = given.get(flag);
        return value == null ? flag.option() : value.origin();
    }

    private String textOrDefault(Flag flag) {
        return text(flag).orElse(verb.defaultOf(flag));
    }

    private Optional<String> text(Flag flag) {
        return Optional.ofNullable(given.get(flag)).map(value -> value.values().get(0));
    }
}
