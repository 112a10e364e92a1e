package io.github.ticryptexporter.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives, whose reader waits no longer than the deadline and can be interrupted.
 *
 * <p>The client's own stream knows no deadline and, up to Java 19, swallows an interruption: a poller that is told to stop
 * would hang on. Written by the client's threads, read and closed by one other.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {

    /** What the client has to say about the body. */
    private sealed interface Signal {}

    private record Bytes(List<ByteBuffer> buffers) implements Signal {}

    private record End() implements Signal {}

    private record Lost(Throwable cause) implements Signal {}

    /** The deadline passed before the last byte. */
    static final class TooLate extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final ResponseInfo head;
    private final Deadline deadline;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private @Nullable Signal last;
    private volatile @Nullable Subscription subscription;
    private volatile boolean over;

    BodyStream(ResponseInfo head, Deadline deadline) {
        this.head = head;
        this.deadline = deadline;
    }

    /** The status and the headers that it came with. */
    ResponseInfo head() {
        return head;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        if (over) {
            newSubscription.cancel();
        } else {
            newSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(new Bytes(bytes));
    }

    @Override
    public void onError(Throwable cause) {
        over = true;
        signals.add(new Lost(cause));
    }

    @Override
    public void onComplete() {
        over = true;
        signals.add(new End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        ByteBuffer next = nextBuffer();
        if (next == null) {
            return -1;
        }
        int count = Math.min(length, next.remaining());
        next.get(target, offset, count);
        return count;
    }

    /** One with something in it; null at the end. */
    private @Nullable ByteBuffer nextBuffer() throws IOException {
        while (buffers.isEmpty() || !buffers.element().hasRemaining()) {
            if (buffers.poll() == null && !refill()) {
                return null;
            }
        }
        return buffers.element();
    }

    /** False at the end. */
    private boolean refill() throws IOException {
        Signal signal = last == null ? await() : last;
        if (signal instanceof Bytes bytes) {
            buffers.addAll(bytes.buffers());
            Subscription source = subscription;
            if (source != null) {
                source.request(1);
            }
            return true;
        }
        last = signal;
        if (signal instanceof Lost lost) {
            throw new IOException("the body broke off", lost.cause());
        }
        return false;
    }

    private Signal await() throws IOException {
        try {
            long left = deadline.remainingNanos();
            Signal signal = left <= 0 ? null : signals.poll(left, TimeUnit.NANOSECONDS);
            if (signal == null) {
                throw new TooLate();
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /** Drops the connection, unless the body has come to its end. */
    @Override
    public void close() {
        Subscription source = subscription;
        if (!over && source != null) {
            source.cancel();
        }
        over = true;
    }
}
