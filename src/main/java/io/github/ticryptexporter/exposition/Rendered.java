package io.github.ticryptexporter.exposition;

import io.github.ticryptexporter.metrics.ExposedFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Families in the form that one variant wants them in, to be followed by others in each scrape. */
sealed interface Rendered {

    /** The families, rendered. */
    static Rendered of(List<ExposedFamily> families, Variant variant) {
        try {
            return switch (variant.encoding()) {
                case IDENTITY -> {
                    Chunks chunks = new Chunks();
                    variant.format().write(families, chunks);
                    yield new Plain(chunks.parts());
                }
                case GZIP -> new Gzipped(GzipHead.of(out -> variant.format().write(families, out)));
            };
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** The whole body when this ending, in plain bytes of the same format, comes after the families. */
    List<byte[]> followedBy(byte[] ending);

    /** What it takes in memory. */
    long bytes();

    /** As it is. */
    record Plain(List<byte[]> parts) implements Rendered {
        @Override
        public List<byte[]> followedBy(byte[] ending) {
            return Stream.concat(parts.stream(), Stream.of(ending)).toList();
        }

        @Override
        public long bytes() {
            return parts.stream().mapToLong(part -> part.length).sum();
        }
    }

    /** The beginning of a gzip member. */
    record Gzipped(GzipHead head) implements Rendered {
        @Override
        public List<byte[]> followedBy(byte[] ending) {
            return head.followedBy(ending);
        }

        @Override
        public long bytes() {
            return head.bytes();
        }
    }
}
