package io.github.ticryptexporter.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingNestedCallback;

/**
 * Sends a body as fast as its reader takes it, and holds no thread while the reader does not.
 *
 * <p>Through one pooled buffer outside the heap, where the system wants the bytes anyway: given the parts themselves, the
 * platform would copy each into such a buffer as a whole, again for each piece of it that the socket takes.
 */
final class BodySender extends IteratingNestedCallback {
    /** The largest that Jetty pools. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Response response;
    private final List<byte[]> parts;
    private final RetainableByteBuffer buffer;
    private int part;
    private int offset;
    private boolean isLast;

    private BodySender(Exchange exchange, List<byte[]> parts) {
        super(exchange.callback());
        this.response = exchange.response();
        this.parts = parts;
        ByteBufferPool pool = exchange.request().getComponents().getByteBufferPool();
        this.buffer = pool.acquire(BUFFER_BYTES, true);
    }

    static void send(Exchange exchange, List<byte[]> parts) {
        new BodySender(exchange, parts).iterate();
    }

    @Override
    protected Action process() {
        if (isLast) {
            return Action.SUCCEEDED;
        }
        ByteBuffer bytes = buffer.getByteBuffer().clear();
        fill(bytes);
        isLast = part == parts.size();
        response.write(isLast, bytes.flip(), this);
        return Action.SCHEDULED;
    }

    private void fill(ByteBuffer bytes) {
        while (part < parts.size()) {
            byte[] current = parts.get(part);
            int fitting = Math.min(bytes.remaining(), current.length - offset);
            bytes.put(current, offset, fitting);
            offset += fitting;
            if (offset < current.length) {
                return;
            }
            part++;
            offset = 0;
        }
    }

    /** What is done when the reader has taken a piece never waits, so that it needs no thread of the pool. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    protected void onCompleteSuccess() {
        buffer.release();
        super.onCompleteSuccess();
    }

    @Override
    protected void onFailure(Throwable failure) {
        buffer.release();
        super.onFailure(failure);
    }
}
