package io.github.ticryptexporter.metrics;

import java.util.regex.Pattern;

/** A name that people chose, made fit for a label. */
final class DisplayName {

    /**
     * Controls, the C1 ones included, one of which starts terminal commands; what ends a line for some readers of the
     * exposition; and what turns the direction of text, by which a name could pass for another.
     */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private static final int MAX_CHARACTERS = 100;

    private DisplayName() {}

    /** The name without control characters, cut at 100 characters. */
    static String of(String name) {
        String clean = CONTROL.matcher(name).replaceAll("");
        int end = clean.offsetByCodePoints(0, Math.min(MAX_CHARACTERS, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end);
    }
}
