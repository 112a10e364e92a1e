package io.github.ticryptexporter.exposition;

/** A line that is read from left to right; what is wrong is said without anything that stands in it. */
final class LineCursor {
    private final String line;
    private int at;

    LineCursor(String line) {
        this.line = line;
    }

    /** Goes past these characters if they are next. */
    boolean skip(String text) {
        boolean there = line.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    /** Goes past these characters, which must be next. */
    void expect(String text) {
        require(skip(text), "expected '" + text + "'");
    }

    /** The name that is next, of a metric, or of a label where it has no colon. */
    String name() {
        int start = at;
        while (at < line.length() && isPartOfName(line.charAt(at))) {
            at++;
        }
        require(at > start && !isDigit(line.charAt(start)), "expected a name");
        return line.substring(start, at);
    }

    private static boolean isPartOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The text up to the next quote or the end of the line, without its escapes.
     *
     * @param escapes what may stand behind a backslash; a quote that may not is part of the text
     */
    String text(String escapes) {
        StringBuilder text = new StringBuilder();
        boolean endsAtQuote = escapes.indexOf('"') >= 0;
        for (; at < line.length() && !(endsAtQuote && line.charAt(at) == '"'); at++) {
            text.append(line.charAt(at) == '\\' ? escaped(escapes) : line.charAt(at));
        }
        return text.toString();
    }

    private char escaped(String escapes) {
        at++;
        require(at < line.length() && escapes.indexOf(line.charAt(at)) >= 0, "a backslash before nothing to escape");
        return line.charAt(at) == 'n' ? '\n' : line.charAt(at);
    }

    /** All that is left. */
    String rest() {
        String rest = line.substring(at);
        at = line.length();
        return rest;
    }

    /** @throws IllegalArgumentException with this message where it does not hold */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
