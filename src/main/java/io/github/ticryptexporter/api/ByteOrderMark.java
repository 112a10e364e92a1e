package io.github.ticryptexporter.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** The three bytes some software writes before UTF-8; harmless, but no JSON. */
final class ByteOrderMark {

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    /** The stream behind its byte order mark, if it has one. */
    static InputStream skipped(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, UTF_8.length);
        byte[] start = pushback.readNBytes(UTF_8.length);
        if (!Arrays.equals(start, UTF_8)) {
            pushback.unread(start);
        }
        return pushback;
    }
}
