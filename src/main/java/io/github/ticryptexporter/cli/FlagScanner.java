package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides.Given;
import io.github.ticryptexporter.config.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/** Takes the flags of one command off the command line; picocli splits the words, the messages are ours. */
final class FlagScanner {

    private static final String HELP = "--help";
    private static final String VERSION = "--version";

    private final Verb verb;
    private final ParseResult result;

    private FlagScanner(Verb verb, ParseResult result) {
        this.verb = verb;
        this.result = result;
    }

    static FlagScanner scan(Verb verb, List<String> words) {
        CommandSpec spec = CommandSpec.create()
                .addOption(OptionSpec.builder(HELP, "-h")
                        .arity("0")
                        .type(boolean.class)
                        .build())
                .addOption(OptionSpec.builder(VERSION)
                        .arity("0")
                        .type(boolean.class)
                        .build());
        verb.flags().forEach(flag -> spec.addOption(option(flag)));
        if (!verb.argument().isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .arity("0..1")
                    .type(String.class)
                    .build());
        }
        // Every problem is collected, an argument that begins with @ is not a file, and no word is guessed.
        spec.parser().collectErrors(true).unmatchedArgumentsAllowed(true);
        CommandLine parser = new CommandLine(spec).setExpandAtFiles(false);
        String[] unmistakable =
                words.stream().map(word -> switchedOn(verb, word)).toArray(String[]::new);
        return new FlagScanner(verb, parser.parseArgs(unmistakable));
    }

    /** With its value, so that a switch never takes the next word for it. */
    private static String switchedOn(Verb verb, String word) {
        boolean isSwitch = verb.flags().stream()
                .anyMatch(flag -> flag.isSwitch() && flag.option().equals(word));
        return isSwitch ? word + "=true" : word;
    }

    private static OptionSpec option(Flag flag) {
        OptionSpec.Builder option = OptionSpec.builder(flag.option());
        return flag.isRepeatable()
                ? option.arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build()
                : option.arity("1").type(String.class).build();
    }

    boolean wantsHelp() {
        return result.hasMatchedOption(HELP);
    }

    boolean wantsVersion() {
        return result.hasMatchedOption(VERSION);
    }

    /** The word beside the flags, where the command takes one. */
    Optional<String> argument() {
        return result.hasMatchedPositional(0) ? Optional.of(result.matchedPositionalValue(0, "")) : Optional.empty();
    }

    /** The flags that are there, with what they say. */
    Map<Flag, Given> given() {
        Map<Flag, Given> given = new EnumMap<>(Flag.class);
        for (Flag flag : verb.flags()) {
            if (result.hasMatchedOption(flag.option())) {
                given.put(flag, new Given(flag.option(), values(flag)));
            }
        }
        return given;
    }

    private List<String> values(Flag flag) {
        Object value = result.matchedOptionValue(flag.option(), "");
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** One line for everything that could not be taken. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        result.errors().forEach(error -> problems.add(inOurWords(error)));
        String before = "";
        for (String word : result.unmatched()) {
            boolean valueOfUnknown = before.startsWith("-") && before.indexOf('=') < 0 && !word.startsWith("-");
            if (!valueOfUnknown) {
                problems.add(word.startsWith("-") ? unknownFlag(word) : unexpected(word));
            }
            before = word;
        }
        return problems;
    }

    private static String inOurWords(Exception error) {
        if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            String option = ((OptionSpec) missing.getMissing().get(0)).longestName();
            return option + ": expected a value, but was nothing; write " + option + "=VALUE";
        }
        if (error instanceof OverwrittenOptionException twice) {
            return ((OptionSpec) twice.getOverwritten()).longestName() + ": given twice; keep one of them";
        }
        return String.valueOf(error.getMessage());
    }

    private String unknownFlag(String word) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        boolean elsewhere =
                Arrays.stream(Flag.values()).anyMatch(flag -> flag.option().equals(name));
        if (elsewhere) {
            return name + ": not a flag of " + verb.word() + "; remove it";
        }
        List<String> known = new ArrayList<>(List.of(HELP, VERSION));
        verb.flags().stream()
                .filter(flag -> !flag.help().isEmpty())
                .map(Flag::option)
                .forEach(known::add);
        return name + ": unknown flag; the nearest known one is "
                + Spelling.nearest(name, known).orElse(HELP);
    }

    private static String unexpected(String word) {
        return Verb.named(word).isPresent()
                ? word + ": expected the command first, but was behind a flag; write \"" + word + "\" before the flags"
                : word + ": unexpected argument; every flag begins with --";
    }
}
