package io.github.ticryptexporter.exposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Bytes that were deflated once, to be followed by a different ending in each scrape; with it they are one gzip member.
 *
 * <p>Two members would be as valid (RFC 1952, section 2.2), but some clients read only the first. So the deflated bytes
 * end on a sync flush, which any deflate stream may follow, and the checksum goes on where it stood.
 */
final class GzipHead {
    /** The fastest: the next levels save a tenth of the bytes for twice the time. */
    private static final int LEVEL = 1;

    /** Magic, deflate, no flags, no time, fastest, unknown system (RFC 1952, section 2.3). */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int TRAILER_BYTES = 8;
    private static final int[] CRC_TABLE = crcTable();

    private final byte[] deflated;
    private final int crc;
    private final int size;

    private GzipHead(byte[] deflated, int crc, int size) {
        this.deflated = deflated;
        this.crc = crc;
        this.size = size;
    }

    static GzipHead of(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return new GzipHead(deflate(text, false), (int) crc.getValue(), text.length);
    }

    /** The whole member, in parts. */
    List<byte[]> followedBy(byte[] ending) {
        return List.of(HEADER, deflated, deflate(ending, true), trailer(ending));
    }

    private byte[] trailer(byte[] ending) {
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(continued(crc, ending))
                .putInt(size + ending.length)
                .array();
    }

    private static byte[] deflate(byte[] text, boolean last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater, CHUNK_BYTES, true);
            stream.write(text);
            if (last) {
                stream.finish();
            } else {
                stream.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** {@link CRC32} cannot be resumed from a value; the endings are short, so a table will do. */
    private static int continued(int crc, byte[] bytes) {
        int state = ~crc;
        for (byte b : bytes) {
            state = CRC_TABLE[(state ^ b) & 0xff] ^ (state >>> 8);
        }
        return ~state;
    }

    private static int[] crcTable() {
        int[] table = new int[256];
        for (int n = 0; n < table.length; n++) {
            int c = n;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : 0xedb88320 ^ (c >>> 1);
            }
            table[n] = c;
        }
        return table;
    }
}
