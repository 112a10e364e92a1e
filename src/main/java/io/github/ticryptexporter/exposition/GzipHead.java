package io.github.ticryptexporter.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
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

    private final List<byte[]> deflated;
    private final int crc;
    private final int size;

    private GzipHead(List<byte[]> deflated, int crc, int size) {
        this.deflated = deflated;
        this.crc = crc;
        this.size = size;
    }

    /** Writes the bytes of a head, from the first to the last. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What is written is deflated as it comes; it is never there as a whole. */
    static GzipHead of(Content content) throws IOException {
        Chunks chunks = new Chunks();
        CRC32 crc = new CRC32();
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            DeflaterOutputStream deflating = new DeflaterOutputStream(chunks, deflater, CHUNK_BYTES, true);
            CheckedOutputStream checked = new CheckedOutputStream(deflating, crc);
            content.writeTo(checked);
            checked.flush();
            return new GzipHead(chunks.parts(), (int) crc.getValue(), (int) deflater.getBytesRead());
        } finally {
            deflater.end();
        }
    }

    /** The whole member, in parts. */
    List<byte[]> followedBy(byte[] ending) {
        List<byte[]> member = new ArrayList<>(deflated.size() + 3);
        member.add(HEADER);
        member.addAll(deflated);
        member.add(deflatedToTheEnd(ending));
        member.add(trailer(ending));
        return member;
    }

    /** What it takes in memory. */
    long bytes() {
        return deflated.stream().mapToLong(part -> part.length).sum();
    }

    private byte[] trailer(byte[] ending) {
        return ByteBuffer.allocate(TRAILER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(continued(crc, ending))
                .putInt(size + ending.length)
                .array();
    }

    private static byte[] deflatedToTheEnd(byte[] ending) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(ending);
            deflater.finish();
            // Deflating never adds more than five bytes for each block of some kilobytes.
            byte[] deflated = new byte[ending.length + ending.length / 1000 + 64];
            return Arrays.copyOf(deflated, deflater.deflate(deflated));
        } finally {
            deflater.end();
        }
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
