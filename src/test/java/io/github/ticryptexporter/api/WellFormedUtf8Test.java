package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes pass where the platform's decoder takes them for UTF-8, and only there, however they come apart. */
class WellFormedUtf8Test {

    /** The edges of every range in the table of what may follow what. */
    private static final int[] EDGES = {
        0x00, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8})
    void everySequenceOfFourEdgesIsJudgedAsThePlatformJudgesIt(int before) throws IOException {
        byte[] bytes = new byte[before + 4];
        for (int a : EDGES) {
            for (int b : EDGES) {
                for (int c : EDGES) {
                    for (int d : EDGES) {
                        bytes[before] = (byte) a;
                        bytes[before + 1] = (byte) b;
                        bytes[before + 2] = (byte) c;
                        bytes[before + 3] = (byte) d;
                        assertEquals(isUtf8(bytes), passes(bytes, bytes.length), () -> words(a, b, c, d));
                    }
                }
            }
        }
    }

    @Test
    void whatPassesIsUnchangedThoughItComesInPiecesOfAnyLength() throws IOException {
        Random random = new Random(8);
        byte[] bytes = random.ints(5000, 0, 0x11000)
                .map(point -> point < 0x8000 ? point % 0x80 : point)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        for (int most = 1; most < 20; most++) {
            assertArrayEquals(bytes, read(bytes, most));
        }
    }

    @Test
    void aCharacterThatTheEndCutsOffIsNone() throws IOException {
        byte[] euro = "abc\u20ac".getBytes(StandardCharsets.UTF_8);
        for (int most = 1; most < 7; most++) {
            assertTrue(passes(euro, most));
            assertFalse(passes(Arrays.copyOf(euro, euro.length - 1), most));
        }
    }

    private static String words(int... bytes) {
        StringBuilder hex = new StringBuilder();
        for (int one : bytes) {
            hex.append(Integer.toHexString(one)).append(' ');
        }
        return hex.toString();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean passes(byte[] bytes, int most) throws IOException {
        try {
            read(bytes, most);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Reads in pieces of so many bytes at most. */
    private static byte[] read(byte[] bytes, int most) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = new WellFormedUtf8(new ByteArrayInputStream(bytes))) {
            byte[] piece = new byte[most];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                read.write(piece, 0, count);
            }
        }
        return read.toByteArray();
    }
}
