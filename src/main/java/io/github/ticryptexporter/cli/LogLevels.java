package io.github.ticryptexporter.cli;

import io.github.ticryptexporter.cli.LogOptions.Level;
import io.github.ticryptexporter.config.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code --log.level}: a level, levels of packages after commas, or these alone. */
final class LogLevels {

    private final Consumer<String> problems;
    private final Map<String, Level> own = new LinkedHashMap<>();
    private @Nullable Level general;

    private LogLevels(Consumer<String> problems) {
        this.problems = problems;
    }

    /** @param problems is told, in words, what cannot be used, which is then left out */
    static LogLevels parse(String text, Consumer<String> problems) {
        LogLevels levels = new LogLevels(problems);
        for (String item : text.split(",", -1)) {
            levels.take(item.strip());
        }
        return levels;
    }

    /** The level of what is not named; empty when all that is said is about packages. */
    Optional<Level> general() {
        return Optional.ofNullable(general);
    }

    /** Levels by name of a package or library. */
    Map<String, Level> own() {
        return own;
    }

    private void take(String item) {
        int equals = item.indexOf('=');
        Optional<Level> level = level(item.substring(equals + 1));
        if (level.isEmpty()) {
            return;
        }
        if (equals < 0) {
            takeGeneral(item, level.get());
        } else {
            takeOwn(item, item.substring(0, equals), level.get());
        }
    }

    private void takeGeneral(String item, Level level) {
        if (general != null) {
            problems.accept("expected one level for all packages, but was a further one, \"" + item
                    + "\"; keep one, or write for example info,poll=debug");
        }
        general = level;
    }

    private void takeOwn(String item, String name, Level level) {
        boolean isLibrary = name.indexOf('.') > 0;
        if (!isLibrary && !LogOptions.PACKAGES.contains(name)) {
            problems.accept("expected " + String.join(", ", LogOptions.PACKAGES)
                    + " or the full name of a library before the =, but was \"" + name + "\"; the nearest is "
                    + nearest(name, LogOptions.PACKAGES));
        } else if (isLibrary && level == Level.DEBUG) {
            problems.accept("expected info, warn or error for a library, since its debug lines show requests with the"
                    + " credentials in them, but was \"" + item + "\"; write info");
        } else if (own.put(name, level) != null) {
            problems.accept("expected one level for " + name + ", but was a further one; keep one of them");
        }
    }

    private Optional<Level> level(String word) {
        if (Flag.LEVELS.contains(word)) {
            return Optional.of(Level.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        problems.accept("expected one of " + String.join(", ", Flag.LEVELS) + ", but was \"" + word
                + "\"; the nearest is " + nearest(word, Flag.LEVELS));
        return Optional.empty();
    }

    private static String nearest(String word, List<String> known) {
        return Spelling.nearest(word, known).orElseThrow();
    }
}
