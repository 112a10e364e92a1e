package io.github.ticryptexporter.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text and numbers as bytes, gathered in a buffer on their way to a stream; nothing is made for a sample on the way. */
final class Utf8Writer {
    private static final int BUFFER_BYTES = 16 * 1024;

    /** Digits of the largest whole number, and a sign. */
    private static final int MOST_DIGITS = 20;

    /** Whole numbers above it are not exact in a float64. */
    private static final double LARGEST_EXACT = 1L << 53;

    private static final double MILLIS = 1000.0;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[MOST_DIGITS];
    private int used;

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    Utf8Writer put(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER_BYTES - used) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            used += bytes.length;
        }
        return this;
    }

    Utf8Writer put(char ascii) throws IOException {
        return put((byte) ascii);
    }

    Utf8Writer put(byte one) throws IOException {
        if (used == BUFFER_BYTES) {
            flush();
        }
        buffer[used++] = one;
        return this;
    }

    Utf8Writer put(String text) throws IOException {
        return put(text, Escapes.NONE);
    }

    Utf8Writer put(String text, Escapes escapes) throws IOException {
        int i = putPlain(text, 0, escapes);
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (c >= 0x80) {
                end = endOfForeign(text, i);
                put(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
            } else if (escapes.isEscaped(c)) {
                put('\\').put(c == '\n' ? 'n' : c);
            } else {
                put(c);
            }
            i = putPlain(text, end, escapes);
        }
        return this;
    }

    /** Characters that stand for themselves, from there on and as far as there is room; returns where it stopped. */
    private int putPlain(String text, int from, Escapes escapes) {
        int end = Math.min(text.length(), from + BUFFER_BYTES - used);
        int at = used - from;
        int i = from;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || escapes.isEscaped(c)) {
                break;
            }
            buffer[at + i] = (byte) c;
        }
        used = at + i;
        return i;
    }

    /** How many bytes a text is without escapes. */
    static long length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                int end = endOfForeign(text, i);
                length += text.substring(i, end).getBytes(StandardCharsets.UTF_8).length - (end - i);
                i = end - 1;
            }
        }
        return length;
    }

    private static int endOfForeign(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= 0x80) {
            end++;
        }
        return end;
    }

    /** A value as people write it where that is exact, else as Java does. */
    Utf8Writer put(double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT && !isNegativeZero(value)) {
            return put((long) value);
        }
        double millis = Math.rint(value * MILLIS);
        if (millis / MILLIS == value && Math.abs(millis) < LARGEST_EXACT && value >= 1) {
            return putThousandths((long) millis);
        }
        return put(special(value));
    }

    /** As a whole number it would lose its sign, in some parsers too. */
    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static String special(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    private Utf8Writer putThousandths(long thousandths) throws IOException {
        put(thousandths / 1000).put('.');
        int left = (int) (thousandths % 1000);
        for (int unit = 100; left > 0; unit /= 10) {
            put((char) ('0' + left / unit));
            left %= unit;
        }
        return this;
    }

    Utf8Writer put(long whole) throws IOException {
        long left = Math.abs(whole);
        int start = MOST_DIGITS;
        do {
            digits[--start] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        if (whole < 0) {
            put('-');
        }
        for (int i = start; i < MOST_DIGITS; i++) {
            put((char) digits[i]);
        }
        return this;
    }

    /** Hands on what is still in the buffer. */
    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** Which characters a place in the text formats wants a backslash before. */
    enum Escapes {
        NONE(Escapes.NOTHING, Escapes.NOTHING, Escapes.NOTHING),
        /** HELP in the text formats. */
        LINE('\\', '\n', Escapes.NOTHING),
        /** Label values everywhere, and HELP in OpenMetrics. */
        QUOTED('\\', '\n', '"');

        /** No character of a text. */
        private static final char NOTHING = '\uffff';

        private final char first;
        private final char second;
        private final char third;

        Escapes(char first, char second, char third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        boolean isEscaped(char c) {
            return c == first || c == second || c == third;
        }
    }
}
