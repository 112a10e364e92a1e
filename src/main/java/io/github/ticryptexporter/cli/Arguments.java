package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.InvalidConfigException;
import io.github.ticryptexporter.config.ServingSettings;
import io.github.ticryptexporter.config.Spelling;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line, made a {@link Command}: a command word first, or none for {@code serve}, then flags. */
public final class Arguments {

    private static final String PROGRAM = HelpText.PROGRAM;

    /** Stands for a path that is missing; a problem says so and the path is never looked at. */
    private static final Path NOWHERE = Path.of("");

    private final Map<String, String> environment;
    private final List<String> scenarios;

    /**
     * Reads flags from the command line and, where they are not given there, from the environment.
     *
     * @param scenarios names of the simulator's scenarios; the first is the default
     */
    public Arguments(Map<String, String> environment, List<String> scenarios) {
        this.environment = Map.copyOf(environment);
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * The command that the words ask for.
     *
     * @throws UsageException with every problem when they ask for none
     */
    public Command parse(String... words) throws UsageException {
        boolean named = words.length > 0 && !words[0].startsWith("-");
        Verb verb = named ? verb(words[0]) : Verb.SERVE;
        FlagScanner flags = FlagScanner.scan(verb, Arrays.asList(words).subList(named ? 1 : 0, words.length));
        if (flags.wantsHelp()) {
            HelpText help = new HelpText(scenarios);
            return new Command.Show(named ? help.of(verb) : help.overview());
        }
        if (flags.wantsVersion()) {
            return new Command.Show(Build.current().line() + "\n");
        }
        OptionReader options = OptionReader.of(verb, flags, environment);
        Command command = command(verb, options);
        if (!options.problems().isEmpty()) {
            throw new UsageException(options.problems(), PROGRAM + " " + verb.word() + " --help");
        }
        return command;
    }

    private static Verb verb(String word) throws UsageException {
        Optional<Verb> verb = Verb.named(word);
        if (verb.isEmpty()) {
            String nearest = Spelling.nearest(word, Verb.words()).orElse("");
            throw new UsageException(
                    List.of(word + ": unknown command; the nearest known one is " + nearest), PROGRAM + " --help");
        }
        return verb.get();
    }

    private Command command(Verb verb, OptionReader options) {
        LogOptions log = options.log();
        return switch (verb) {
            case SERVE -> new Command.Serve(configFile(options), options.overrides(), log);
            case CHECK ->
                new Command.Check(
                        configFile(options),
                        options.overrides(),
                        options.isOn(Flag.LIVE),
                        options.running().orElse(null),
                        log);
            case ONCE ->
                new Command.Once(
                        configFile(options),
                        options.overrides(),
                        options.outputFile().orElse(null),
                        log);
            case METRICS -> new Command.Metrics(options.tableFormat());
            case ASSETS ->
                new Command.Assets(
                        options.directory().orElse(NOWHERE),
                        options.thresholdsFile().orElse(null),
                        options.isOn(Flag.FORCE));
            case DEMO ->
                new Command.Demo(serving(options), options.overridesAndDefaults(), options.site(scenarios), log);
            case SIMULATE -> simulate(options, log);
            case TRAIN -> new Command.Train(log);
        };
    }

    private static Path configFile(OptionReader options) {
        return options.configFile().orElse(NOWHERE);
    }

    private Command simulate(OptionReader options, LogOptions log) {
        SiteOptions site = options.site(scenarios);
        ServingSettings serving = serving(options);
        List<InetSocketAddress> addresses = serving.http().listenAddresses();
        if (addresses.size() > 1) {
            options.problem(
                    Flag.WEB_LISTEN_ADDRESS,
                    "expected one address, but was " + addresses.size() + "; keep one of them");
        }
        return new Command.Simulate(addresses.get(0), site, log, serving.warnings());
    }

    /** The settings, or the defaults when the flags are refused and a problem says so. */
    private static ServingSettings serving(OptionReader options) {
        try {
            return ServingSettings.of(options.overridesAndDefaults());
        } catch (InvalidConfigException e) {
            options.problems().addAll(e.problems());
            return ServingSettings.DEFAULT;
        }
    }
}
