package io.github.ticryptexporter.exposition;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Fields of protobuf messages as bytes, and how long they are, which a message says before it begins (Protocol Buffers,
 * "Encoding"). Their numbers are below 16, so that a tag takes one byte.
 */
final class WireWriter {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int DELIMITED = 2;

    private static final int BITS_OF_A_BYTE = 7;
    private static final int MORE = 0x80;

    private final Utf8Writer out;

    WireWriter(OutputStream out) {
        this.out = new Utf8Writer(out);
    }

    /** How long a text is as a field. */
    static long text(String text) {
        return message(Utf8Writer.length(text));
    }

    /** How long a message of this many bytes is as a field. */
    static long message(long length) {
        return 1 + varint(length) + length;
    }

    /** How long a whole number is as a field. */
    static long whole(long number) {
        return 1L + varint(number);
    }

    /** How long any number is as a field. */
    static long real() {
        return 1L + Double.BYTES;
    }

    private static int varint(long number) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(number | 1);
        return (bits + BITS_OF_A_BYTE - 1) / BITS_OF_A_BYTE;
    }

    WireWriter putText(int field, String text) throws IOException {
        putMessage(field, Utf8Writer.length(text));
        out.put(text);
        return this;
    }

    /** The beginning of a message of this many bytes, which are to follow. */
    WireWriter putMessage(int field, long length) throws IOException {
        tag(field, DELIMITED);
        return putLength(length);
    }

    WireWriter putWhole(int field, long number) throws IOException {
        tag(field, VARINT);
        return putLength(number);
    }

    WireWriter putReal(int field, double number) throws IOException {
        tag(field, FIXED_64);
        long bits = Double.doubleToRawLongBits(number);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            out.put((byte) (bits >>> shift));
        }
        return this;
    }

    /** A number that no tag precedes. */
    WireWriter putLength(long number) throws IOException {
        long left = number;
        for (; (left & -MORE) != 0; left >>>= BITS_OF_A_BYTE) {
            out.put((byte) (left | MORE));
        }
        out.put((byte) left);
        return this;
    }

    private void tag(int field, int type) throws IOException {
        out.put((byte) (field << 3 | type));
    }

    /** Hands on what is still in the buffer. */
    void flush() throws IOException {
        out.flush();
    }
}
