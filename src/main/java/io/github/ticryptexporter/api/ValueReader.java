package io.github.ticryptexporter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ticryptexporter.fleet.AnomalyKind;
import io.github.ticryptexporter.fleet.EpochMillis;
import io.github.ticryptexporter.fleet.FreeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one value that the stream stands at, read as what a field is to hold.
 *
 * <p>Null, or -1 where that is no value, stands for a missing one: JSON null silently, anything unreadable as a {@code
 * bad_value} anomaly.
 */
abstract sealed class ValueReader permits Fields {

    /** What {@link #amount} and {@link #millis} answer for a missing value. */
    static final long NONE = EpochMillis.NONE;

    /** Ids have 36 characters, names are to be read: what is longer is neither. */
    static final int MOST_CHARACTERS = 1000;

    private static final String AMOUNT = "a whole number, 0 or more";

    /** Nothing, and what servers may resolve. */
    private static final Set<String> NO_STEPS = Set.of("", ".", "..");

    final JsonParser json;
    final Anomalies anomalies;

    /** JSON paths: a field of an object inside may be named like one of the element. No item is among them. */
    final Set<String> unreadable = new HashSet<>();

    /** Whether the value is one of an array's items or of an object's entries by type, or inside one. */
    boolean isItem;

    private final Set<FreeText> freeText;
    private final Texts texts;

    ValueReader(JsonParser json, Anomalies anomalies, Set<FreeText> freeText, Texts texts) {
        this.json = json;
        this.anomalies = anomalies;
        this.freeText = freeText;
        this.texts = texts;
    }

    /** A string of its own, which nothing remembers. */
    public @Nullable String text() throws IOException {
        return isText() ? wellFormed(json.getText()) : null;
    }

    /** An id, or another string that comes again in this answer, in others or in the next: one copy serves them all. */
    @Nullable
    String sharedText() throws IOException {
        return sharedTextBehind("");
    }

    /** The same without what it may begin with. */
    @Nullable
    String sharedTextBehind(String prefix) throws IOException {
        if (!isText()) {
            return null;
        }
        char[] characters = json.getTextCharacters();
        int offset = json.getTextOffset();
        int length = json.getTextLength();
        int skipped = startsWith(prefix, characters, offset, length) ? prefix.length() : 0;
        return isPlain(characters, offset, length)
                ? texts.of(characters, offset + skipped, length - skipped)
                : texts.of(wellFormed(json.getText()).substring(skipped));
    }

    /** Whether there is a string of reasonable length. */
    private boolean isText() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> {
                boolean isShort = json.getTextLength() <= MOST_CHARACTERS;
                if (!isShort) {
                    bad("a string of at most " + MOST_CHARACTERS + " characters");
                }
                yield isShort;
            }
            case VALUE_NULL -> false;
            default -> {
                bad("a string");
                yield false;
            }
        };
    }

    private static boolean startsWith(String prefix, char[] characters, int offset, int length) {
        if (prefix.length() > length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (characters[offset + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char[] characters, int offset, int length) {
        int bits = 0;
        for (int i = offset; i < offset + length; i++) {
            bits |= characters[i];
        }
        return bits < Character.MIN_SURROGATE;
    }

    /**
     * JSON can escape half a surrogate pair, which no encoding can write: two ids that differ in it would come out as one
     * series twice. Both become a question mark here, before ids are compared.
     */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** The text as {@link #sharedText} gives it, of what is no value. */
    String shared(String text) {
        return texts.of(wellFormed(text));
    }

    /** An id, be it written as a string or as a number. */
    public @Nullable String id() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getText() : sharedText();
    }

    /** Text that somebody wrote: empty, though it is there, unless this kind of it is wanted. */
    @Nullable
    String written(FreeText kind) throws IOException {
        if (freeText.contains(kind) || json.currentToken() != JsonToken.VALUE_STRING) {
            return text();
        }
        return "";
    }

    /** The id of a realm, which is to stand as one step of a path. */
    @Nullable
    String realm() throws IOException {
        String id = sharedText();
        if (id == null || !NO_STEPS.contains(id)) {
            return id;
        }
        bad("a realm's id");
        return null;
    }

    /** True or false. */
    public @Nullable Boolean flag() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> {
                bad("true or false");
                yield null;
            }
        };
    }

    /** A size or count, 0 or more; integral floats and numeric strings will do. */
    @Nullable
    Long count() throws IOException {
        long amount = amount();
        return amount == NONE ? null : (Long) amount;
    }

    /** The same, {@link #NONE} for a missing one. */
    long amount() throws IOException {
        boolean isLong =
                json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != NumberType.BIG_INTEGER;
        long amount = isLong ? json.getLongValue() : otherAmount();
        if (isLong && amount < 0) {
            bad(AMOUNT);
            return NONE;
        }
        return amount;
    }

    private long otherAmount() throws IOException {
        WireNumber number = number(AMOUNT);
        if (number == null) {
            return NONE;
        }
        Optional<Long> count = number.count();
        if (count.isEmpty()) {
            bad(AMOUNT);
        }
        return count.orElse(NONE);
    }

    /** An instant in epoch milliseconds, {@link #NONE} for a missing one. */
    long millis() throws IOException {
        return amount();
    }

    /** An instant, in epoch milliseconds on the wire. */
    @Nullable
    Instant time() throws IOException {
        return EpochMillis.instant(millis());
    }

    /** Any number, as its shortest plain text. */
    @Nullable
    String plainNumber() throws IOException {
        WireNumber number = number("a number");
        return number == null ? null : texts.of(number.plain());
    }

    /** A value of an enumeration; one that this version does not know is counted as an anomaly. */
    public <E extends Enum<E>> @Nullable E named(Function<String, E> naming, E other) throws IOException {
        String text = sharedText();
        if (text == null) {
            return null;
        }
        E value = naming.apply(text);
        if (value == other) {
            anomalies.add(AnomalyKind.UNKNOWN_ENUM, json, "a value this version knows");
        }
        return value;
    }

    private @Nullable WireNumber number(String expected) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
                Optional<WireNumber> number = WireNumber.of(json.getText());
                if (number.isEmpty()) {
                    bad(expected);
                }
                yield number.orElse(null);
            }
            case VALUE_NULL -> null;
            default -> {
                bad(expected);
                yield null;
            }
        };
    }

    final void bad(String expected) throws IOException {
        anomalies.add(AnomalyKind.BAD_VALUE, json, expected);
        if (!isItem) {
            unreadable.add(Anomalies.path(json));
        }
    }
}
