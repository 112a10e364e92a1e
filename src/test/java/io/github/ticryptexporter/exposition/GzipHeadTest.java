package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipHeadTest {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 65_535, 65_536, 300_000})
    void aHeadOfAnySizeTakesDifferentEndings(int size) throws IOException {
        String text = "ticrypt_drives 1\n".repeat(size / 17 + 1).substring(0, size);
        GzipHead head = GzipHead.of(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));

        assertEquals(text + "é 1\n", unzipped(head, "é 1\n"));
        assertEquals(text, unzipped(head, ""));
    }

    @Test
    void headAndEndingAreOneMember() throws DataFormatException, IOException {
        byte[] member = joined(GzipHead.of(out -> out.write(new byte[1_000])).followedBy(new byte[10]));
        Inflater inflater = new Inflater(true);
        inflater.setInput(member, HEADER_BYTES, member.length - HEADER_BYTES);

        int inflated = inflater.inflate(new byte[2_000]);

        assertEquals(1_010, inflated);
        assertTrue(inflater.finished());
        assertEquals(TRAILER_BYTES, inflater.getRemaining());
        inflater.end();
    }

    private static String unzipped(GzipHead head, String ending) {
        byte[] member = joined(head.followedBy(ending.getBytes(StandardCharsets.UTF_8)));
        return new String(Bodies.unzipped(member), StandardCharsets.UTF_8);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
