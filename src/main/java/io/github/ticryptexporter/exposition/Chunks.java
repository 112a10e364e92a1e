package io.github.ticryptexporter.exposition;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes in bytes of a number that is not known beforehand, without ever copying what it has; for one thread. */
final class Chunks extends OutputStream {
    private static final int FIRST_BYTES = 4 * 1024;
    private static final int MOST_BYTES = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] current = new byte[FIRST_BYTES];
    private int used;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int done = 0; done < length; ) {
            if (used == current.length) {
                full.add(current);
                current = new byte[MOST_BYTES];
                used = 0;
            }
            int fitting = Math.min(length - done, current.length - used);
            System.arraycopy(bytes, offset + done, current, used, fitting);
            used += fitting;
            done += fitting;
        }
    }

    /** All that was taken in, in order; nothing may be written afterwards. */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>(full);
        parts.add(Arrays.copyOf(current, used));
        return List.copyOf(parts);
    }
}
