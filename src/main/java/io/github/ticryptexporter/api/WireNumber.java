package io.github.ticryptexporter.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in JSON, or in a string of it; of reasonable length, so that nothing is written out digit by digit.
 *
 * <p>Not by the parser's own conversion, for which one exponent beyond its range spoils the whole list.
 */
record WireNumber(BigDecimal value) {

    private static final int MAX_DIGITS = 40;

    /** The number; empty where the text is none, or has too many digits in the one way or the other. */
    static Optional<WireNumber> of(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.precision() - value.scale()) <= MAX_DIGITS
                    ? Optional.of(new WireNumber(value))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number as a size or count; empty where it is negative, has a fraction or is beyond 2^63. */
    Optional<Long> count() {
        try {
            return value.signum() < 0 ? Optional.empty() : Optional.of(value.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Its shortest plain text. */
    String plain() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
