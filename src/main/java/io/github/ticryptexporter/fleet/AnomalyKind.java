package io.github.ticryptexporter.fleet;

import java.util.Locale;

/** What had to be dropped or folded in a good answer. */
public enum AnomalyKind {
    /** An element that is no object or has no id; dropped. */
    BAD_ELEMENT,
    /** A field that cannot be read; dropped, its element stays. */
    BAD_VALUE,
    /** A second element of one id; dropped. */
    DUPLICATE_ID,
    /** A value this version does not know; counted under {@code other}. */
    UNKNOWN_ENUM,
    /** A field that the API document promises and the answer lacks. */
    MISSING_FIELD;

    /** The label's value: the constant in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
