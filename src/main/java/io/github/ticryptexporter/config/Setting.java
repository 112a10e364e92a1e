package io.github.ticryptexporter.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One value as it was written, and where.
 *
 * <p>Each conversion gives the value, or reports a problem and gives nothing, so that the reading goes on and finds
 * the other problems too.
 */
final class Setting {

    private static final int LONGEST_QUOTE = 100;

    /** What no token looks like: an absolute path, the name of a variable. */
    private static final Pattern HARMLESS = Pattern.compile("(/[\\w.@:+-]+){2,}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private final String key;
    private final String text;
    private final Place place;

    Setting(String key, String text, Place place) {
        this.key = key;
        this.text = text;
        this.place = place;
    }

    /** As written; for messages there is {@link #quoted}. */
    String text() {
        return text;
    }

    /** Reports what was found, which does not quote the value unless it says so, and how to mend it. */
    void problem(String finding, String mend) {
        place.context().problems().problem(key, finding + place + "; " + mend);
    }

    /** Takes down which files were looked at. */
    SeenFiles files() {
        return place.context().files();
    }

    void warning(String words) {
        place.context().problems().warning(key, words);
    }

    /** Reports that the value is not what was expected. */
    <T> Optional<T> refuse(String expected, String mend) {
        problem("expected " + expected + ", but was " + quoted(), mend);
        return Optional.empty();
    }

    /** The value for a message, without what may be a token, or the password or the query of an address. */
    String quoted() {
        if (place.secret() && !HARMLESS.matcher(text).matches()) {
            return "a text that is not shown here";
        }
        String shown = text.replaceFirst("^.*@", "***@").replaceFirst("(://[^?]*)\\?.*$", "$1?***");
        return shown.length() > LONGEST_QUOTE
                ? "\"" + shown.substring(0, LONGEST_QUOTE) + "...\""
                : "\"" + shown + "\"";
    }

    /** A name of any kind: not blank, no control characters. */
    Optional<String> name() {
        return text.isBlank() || text.chars().anyMatch(Character::isISOControl)
                ? refuse("a name", "write one, or remove the key")
                : Optional.of(text);
    }

    Optional<Boolean> flag() {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "yes", "on" -> refuse("true or false", "write true");
            case "no", "off" -> refuse("true or false", "write false");
            default -> refuse("true or false", "write one of them");
        };
    }

    Optional<Duration> duration(Duration least) {
        Optional<Duration> duration = DurationText.parse(text);
        if (duration.filter(d -> d.compareTo(least) >= 0 && d.compareTo(DurationText.LONGEST) <= 0)
                .isPresent()) {
            return duration;
        }
        String range = DurationText.format(least) + " to " + DurationText.format(DurationText.LONGEST);
        return refuse("a duration from " + range + " such as 90s, 5m or 1d", durationMend(duration.isPresent()));
    }

    private String durationMend(boolean isDuration) {
        if (isDuration) {
            return "write one in that range";
        }
        return text.matches("\\d+") ? "add a unit: " + text + "s" : "use one of the units ms, s, m, h, d";
    }

    /** A size above 0, in bytes. */
    Optional<Long> bytes() {
        OptionalLong bytes = SizeText.parse(text.replace("_", ""));
        return bytes.isPresent() && bytes.getAsLong() > 0
                ? Optional.of(bytes.getAsLong())
                : refuse("a size above 0 such as 512MiB or 1GiB", "use bytes or one of the units KiB, MiB, GiB, TiB");
    }

    Optional<Long> wholeNumber(long least, long most) {
        String digits = text.replace("_", "");
        boolean fits = digits.matches("\\d{1,18}") && Long.parseLong(digits) >= least && Long.parseLong(digits) <= most;
        return fits
                ? Optional.of(Long.parseLong(digits))
                : refuse("a whole number from " + least + " to " + most, "write one in that range");
    }

    Optional<Double> numberAboveZero() {
        boolean fits = text.matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(text) > 0;
        return fits
                ? Optional.of(Double.parseDouble(text))
                : refuse("a number above 0 such as 4 or 1.5", "write one, or remove the key");
    }

    /** An absolute path; a relative one is taken from the configuration file's directory. */
    Optional<Path> path() {
        try {
            return text.isBlank()
                    ? refuse("the path of a file", "write one, or remove the key")
                    : Optional.of(place.context().directory().resolve(text).normalize());
        } catch (InvalidPathException e) {
            return refuse("the path of a file", "remove the characters that no path may have");
        }
    }
}
