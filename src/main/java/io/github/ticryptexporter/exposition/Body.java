package io.github.ticryptexporter.exposition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** The answer to one scrape, complete and immutable: its headers and its bytes, in parts shared between scrapes. */
public final class Body {
    private final Variant variant;
    private final List<byte[]> parts;

    Body(Variant variant, List<byte[]> parts) {
        this.variant = variant;
        this.parts = parts;
    }

    public String contentType() {
        return variant.format().contentType();
    }

    /** The value of {@code Content-Encoding}; empty where the header is to be left out. */
    public String contentEncoding() {
        return variant.encoding().header();
    }

    /** The bytes as encoded, in order; not to be changed. */
    public List<byte[]> parts() {
        return parts;
    }

    /** In bytes, as encoded. */
    public long length() {
        return parts.stream().mapToLong(part -> part.length).sum();
    }

    /** The same bytes to be read. */
    InputStream in() {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
    }

    public void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }
}
