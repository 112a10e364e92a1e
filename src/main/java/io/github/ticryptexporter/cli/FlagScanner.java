package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.config.Overrides.Given;
import io.github.ticryptexporter.config.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the flags of one command off the command line: {@code --name=VALUE}, {@code --name VALUE} or a switch alone. */
final class FlagScanner {

    private static final String HELP = "--help";
    private static final String SHORT_HELP = "-h";
    private static final String VERSION = "--version";

    private final Verb verb;
    private final Map<Flag, List<String>> values = new EnumMap<>(Flag.class);
    private final List<String> problems = new ArrayList<>();
    private boolean wantsHelp;
    private boolean wantsVersion;
    private @Nullable String argument;

    private FlagScanner(Verb verb) {
        this.verb = verb;
    }

    static FlagScanner scan(Verb verb, List<String> words) {
        FlagScanner scanner = new FlagScanner(verb);
        ListIterator<String> left = words.listIterator();
        while (left.hasNext()) {
            scanner.take(left.next(), left);
        }
        return scanner;
    }

    boolean wantsHelp() {
        return wantsHelp;
    }

    boolean wantsVersion() {
        return wantsVersion;
    }

    /** The word beside the flags, where the command takes one. */
    Optional<String> argument() {
        return Optional.ofNullable(argument);
    }

    /** The flags that are there, with what they say. */
    Map<Flag, Given> given() {
        Map<Flag, Given> given = new EnumMap<>(Flag.class);
        values.forEach((flag, texts) -> given.put(flag, new Given(flag.option(), texts)));
        return given;
    }

    /** One line for everything that could not be taken. */
    List<String> problems() {
        return problems;
    }

    private void take(String word, ListIterator<String> left) {
        switch (word) {
            case HELP, SHORT_HELP -> wantsHelp = true;
            case VERSION -> wantsVersion = true;
            default -> {
                if (word.startsWith("-")) {
                    takeFlag(word, left);
                } else if (!takeArgument(word)) {
                    problems.add(unexpected(word));
                }
            }
        }
    }

    private void takeFlag(String word, ListIterator<String> left) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Optional<String> attached = equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        Optional<Flag> flag =
                verb.flags().stream().filter(one -> one.option().equals(name)).findFirst();
        if (flag.isPresent()) {
            boolean alone = flag.get().isSwitch();
            takeValue(flag.get(), attached.or(() -> alone ? Optional.of("true") : following(left)));
            return;
        }
        problems.add(unknownFlag(name));
        if (attached.isEmpty()) {
            // The next word may be its value or stand for itself; either way there is no more to say.
            following(left).ifPresent(this::takeArgument);
        }
    }

    /** The next word, unless it is a flag itself; -42 is none. */
    private static Optional<String> following(ListIterator<String> left) {
        if (!left.hasNext()) {
            return Optional.empty();
        }
        String next = left.next();
        if (next.startsWith("--") || next.equals(SHORT_HELP)) {
            left.previous();
            return Optional.empty();
        }
        return Optional.of(next);
    }

    private void takeValue(Flag flag, Optional<String> value) {
        if (value.isEmpty()) {
            problems.add(flag.option() + ": expected a value, but was nothing; write " + flag.option() + "=VALUE");
            return;
        }
        List<String> texts = values.computeIfAbsent(flag, first -> new ArrayList<>());
        if (!texts.isEmpty() && !flag.isRepeatable()) {
            problems.add(flag.option() + ": given twice; keep one of them");
        }
        texts.add(value.get());
    }

    /** False for a word too many. */
    private boolean takeArgument(String word) {
        if (verb.argument().isEmpty() || argument != null) {
            return false;
        }
        argument = word;
        return true;
    }

    private String unknownFlag(String name) {
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
