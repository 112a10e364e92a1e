package io.github.ticryptexporter.metrics;

import java.util.regex.Pattern;

/** A name that people chose, made fit for a label. */
final class DisplayName {

    /** {@code \\p{Cntrl}} would leave the C1 controls, one of which starts terminal commands. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static final int MAX_CHARACTERS = 100;

    private DisplayName() {}

    /** The name without control characters, cut at 100 characters. */
    static String of(String name) {
        String clean = CONTROL.matcher(name).replaceAll("");
        int end = clean.offsetByCodePoints(0, Math.min(MAX_CHARACTERS, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end);
    }
}
