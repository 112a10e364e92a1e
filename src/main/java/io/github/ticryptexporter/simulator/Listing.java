package io.github.ticryptexporter.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.locks.Lock;

/**
 * A JSON array of the elements a list had when it was made. The lock is held while a piece is rendered and not while it is
 * sent: a client that reads slowly must not stop the site. A list longer than one piece may therefore show its later
 * elements some ticks older than its first, though each one is whole.
 */
final class Listing implements Reply.Body {
    private static final int PIECE = 5_000;

    private final Object[] elements;
    private final Lock lock;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(64 * 1024);
    private final JsonGenerator json;
    private int next;

    private Listing(Object[] elements, Lock lock) throws IOException {
        this.elements = elements;
        this.lock = lock;
        this.json = Json.MAPPER.createGenerator(piece);
    }

    /** Renders the first piece, so that an element that cannot be written still becomes a 500. */
    static Listing of(Collection<?> elements, Lock lock) {
        try {
            Listing listing = new Listing(elements.toArray(), lock);
            listing.json.writeStartArray();
            listing.renderPiece();
            return listing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renderPiece() throws IOException {
        lock.lock();
        try {
            for (int end = Math.min(elements.length, next + PIECE); next < end; next++) {
                Json.MAPPER.writeValue(json, elements[next]);
            }
        } finally {
            lock.unlock();
        }
        if (next == elements.length) {
            json.writeEndArray();
        }
        json.flush();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        sendPiece(out);
        while (next < elements.length) {
            renderPiece();
            sendPiece(out);
        }
    }

    private void sendPiece(OutputStream out) throws IOException {
        piece.writeTo(out);
        piece.reset();
    }
}
