package io.github.ticryptexporter.status;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is taken of how much there is.
 *
 * @param limit null where that is not known
 */
record Share(double used, @Nullable Double limit, Unit unit) {

    private static final double NEARLY_FULL = 0.9;

    /** What is counted. */
    enum Unit {
        PIECES,
        BYTES;

        private String text(double amount) {
            return switch (this) {
                case PIECES -> InWords.number(amount);
                case BYTES -> InWords.bytes(amount);
            };
        }
    }

    /** The part that is taken; 0 where the limit is not known, infinite where nothing is allowed and something taken. */
    double ratio() {
        if (limit == null || used == 0) {
            return 0;
        }
        return used / limit;
    }

    /**
     * A bar, and the same in words and numbers.
     *
     * @param of what the bar measures, for who does not see it
     */
    Html bar(String of) {
        return limit == null
                ? Html.of("%s, size not known", unit.text(used))
                : Html.of(
                        "<meter max=\"1\" low=\"0.8999\" high=\"0.9999\" optimum=\"0\" value=\"%s\" aria-label=\"%s\">%s</meter>"
                                + " <span class=\"figures\">%s</span>%s",
                        String.format(Locale.ROOT, "%.4f", Math.min(1, ratio())), of, percent(), text(), warning());
    }

    /** {@code 893 GiB of 2 TiB, 43 %}. */
    private String text() {
        String amounts = unit.text(used) + " of " + unit.text(limit == null ? 0 : limit);
        return Double.isInfinite(ratio()) ? amounts : amounts + ", " + percent();
    }

    /** Rounded down, so that 100 % is full. */
    private String percent() {
        return Double.isInfinite(ratio()) ? "over" : InWords.number(Math.floor(ratio() * 100)) + " %";
    }

    private Html warning() {
        if (ratio() < NEARLY_FULL) {
            return Html.NOTHING;
        }
        if (ratio() < 1) {
            return Html.of(" <strong class=\"warn\">nearly full</strong>");
        }
        return Html.of(" <strong class=\"bad\">%s</strong>", ratio() > 1 ? "over" : "full");
    }
}
