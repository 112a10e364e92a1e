package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer, decompressed under a cap; knows afterwards whether network, size or content was the trouble. */
final class AnswerBody {

    static final String LOST = "the connection was lost before the end of the answer";

    private static final int MAX_DISCARDED_BYTES = 64 * 1024;

    private final String encoding;
    private final NetworkStream network;
    private final long maxBytes;
    private @Nullable Gzip gzip;
    private long bytes;

    AnswerBody(BodyStream stream, long maxBytes) {
        this.encoding = stream.head()
                .headers()
                .firstValue("Content-Encoding")
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        this.network = new NetworkStream(stream);
        this.maxBytes = maxBytes;
    }

    /** What of it went wrong, and how. */
    record Trouble(FailureReason reason, String message) {}

    InputStream decoded() throws IOException {
        return switch (encoding) {
            case "identity" -> new CappedStream(network);
            case "gzip", "x-gzip" -> new CappedStream(gzip());
            default -> throw new MalformedAnswer("expected gzip or no Content-Encoding, but was another");
        };
    }

    private InputStream gzip() throws IOException {
        gzip = new Gzip(network);
        return gzip;
    }

    /** Bytes after decompression, as far as they were read. */
    long bytes() {
        return bytes;
    }

    /**
     * Reads the raw stream to its end, so that the connection can serve the next request.
     *
     * @throws MalformedAnswer when there is more than was decoded
     */
    void drain() throws IOException {
        long left = network.transferTo(OutputStream.nullOutputStream());
        if (left > 0 || (gzip != null && gzip.hasTail())) {
            throw new MalformedAnswer("expected the end after the gzip, but there is more");
        }
    }

    /** Reads what an error answer has to say, up to a bound, and forgets it: it may hold anything. */
    void discard() throws IOException {
        network.readNBytes(MAX_DISCARDED_BYTES);
    }

    /** @param limit the cap as it was configured, of which less may have been left for this body */
    Trouble trouble(IOException thrown, long limit) {
        if (network.failed) {
            return new Trouble(FailureReason.CONNECT, LOST);
        }
        if (thrown instanceof AnswerReader.TooManyElements) {
            return new Trouble(
                    FailureReason.TOO_LARGE,
                    "expected at most " + AnswerReader.MOST_ELEMENTS + " elements, but there are more");
        }
        if (thrown instanceof TooLarge) {
            return new Trouble(
                    FailureReason.TOO_LARGE,
                    "expected at most " + limit
                            + " bytes, but there are more; raise ticrypt.max-response-bytes if the site is that large");
        }
        String message = thrown instanceof MalformedAnswer
                ? thrown.getMessage()
                : "expected the gzip that Content-Encoding announces, but it is broken";
        return new Trouble(FailureReason.MALFORMED, String.valueOf(message));
    }

    /** Thrown when the cap is passed. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Knows whether anything but another member came after the last one, which the platform's class ignores. */
    private static final class Gzip extends GZIPInputStream {
        private static final int BUFFER_BYTES = 16 * 1024;
        private static final int TRAILER_BYTES = 8;

        Gzip(InputStream in) throws IOException {
            super(in, BUFFER_BYTES);
        }

        boolean hasTail() {
            return inf.getRemaining() > TRAILER_BYTES;
        }
    }

    /** Remembers that the network, not the content, failed. */
    private static final class NetworkStream extends BulkStream {
        private boolean failed;

        NetworkStream(InputStream in) {
            super(in);
        }

        /** Never 0, for at 0 the gzip stream takes the end of a member for the end of the body. */
        @Override
        public int available() {
            return 1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    /** Counts what comes out of decompression and stops at the cap. */
    private final class CappedStream extends BulkStream {
        CappedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            bytes += Math.max(count, 0);
            if (bytes > maxBytes) {
                throw new TooLarge();
            }
            return count;
        }
    }
}
