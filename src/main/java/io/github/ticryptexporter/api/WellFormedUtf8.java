package io.github.ticryptexporter.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;

/**
 * Bytes as they come, which are UTF-8 or end in a {@link CharacterCodingException}: the JSON parser's own reading lets
 * overlong forms and halves of surrogate pairs pass.
 *
 * <p>What may follow what: The Unicode Standard, table 3-7.
 */
final class WellFormedUtf8 extends BulkStream {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NON_ASCII = 0x8080808080808080L;

    /** Bytes that the character begun has yet to come with; the next of them from {@code low} to {@code high}. */
    private int missing;

    private int low;
    private int high;

    WellFormedUtf8(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count >= 0) {
            check(buffer, offset, offset + count);
        } else if (missing > 0) {
            throw new MalformedInputException(missing);
        }
        return count;
    }

    private void check(byte[] bytes, int from, int end) throws CharacterCodingException {
        int at = from;
        while (at < end) {
            if (missing == 0 && at + Long.BYTES <= end && ((long) EIGHT_BYTES.get(bytes, at) & NON_ASCII) == 0) {
                at += Long.BYTES;
            } else {
                check(bytes[at++] & 0xff);
            }
        }
    }

    private void check(int next) throws CharacterCodingException {
        if (missing == 0) {
            begin(next);
        } else if (next < low || next > high) {
            throw new MalformedInputException(1);
        } else {
            missing--;
            low = 0x80;
            high = 0xBF;
        }
    }

    private void begin(int first) throws CharacterCodingException {
        if (first < 0x80) {
            return;
        }
        if (first < 0xC2 || first > 0xF4) {
            throw new MalformedInputException(1);
        }
        missing = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    }
}
