package io.github.ticryptexporter.simulator;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire, compressed when the client asks for it, and spoils it as a fault says. */
final class Sender {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final CountDownLatch closing;

    /** Waits end early when the latch opens. */
    Sender(CountDownLatch closing) {
        this.closing = closing;
    }

    void waitFor(Duration duration) {
        try {
            if (!duration.isZero()) {
                boolean ignored = closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a fault puts in place of the answer. */
    static Reply replacement(Fault fault) {
        int status = Math.max(fault.status, OK);
        byte[] body = status == NO_CONTENT || status == NOT_MODIFIED ? new byte[0] : fault.body;
        return body == null ? Reply.error(status, "simulated fault") : new Reply(status, out -> out.write(body));
    }

    void send(Context context, Reply reply, Fault fault) throws IOException {
        context.status(reply.status());
        context.contentType("application/json");
        boolean compressed = !fault.replacesAnswer() && acceptsGzip(context);
        context.header("Vary", "Accept-Encoding");
        if (compressed) {
            context.header("Content-Encoding", "gzip");
        }
        // Else the framework appends a charset to whatever type a fault sets.
        context.res().setCharacterEncoding(null);
        fault.headers.forEach(context::header);
        if (fault.isCut() || !fault.drip.isZero()) {
            spoil(context, bytes(reply, compressed), fault);
        } else {
            write(reply, compressed, context.outputStream());
        }
    }

    private static boolean acceptsGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT).contains("gzip")
                && !accepted.replace(" ", "").matches("(?i).*gzip;q=0(\\.0*)?(,.*)?");
    }

    private static void write(Reply reply, boolean compressed, OutputStream out) throws IOException {
        if (!compressed) {
            reply.body().writeTo(out);
            return;
        }
        GZIPOutputStream gzip = new GZIPOutputStream(out, 8 * 1024);
        reply.body().writeTo(gzip);
        gzip.finish();
    }

    private static byte[] bytes(Reply reply, boolean compressed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(reply, compressed, bytes);
        return bytes.toByteArray();
    }

    // The whole length is announced: a connection that ends before is what tells the client that something is missing.
    private void spoil(Context context, byte[] body, Fault fault) throws IOException {
        int sent = fault.isCut() ? Math.min(fault.cutAfter, body.length) : body.length;
        context.res().setContentLength(body.length);
        // Not the framework's stream, which keeps a flush to itself.
        OutputStream out = context.res().getOutputStream();
        if (fault.drip.isZero()) {
            out.write(body, 0, sent);
        }
        for (int index = 0; index < sent && !fault.drip.isZero(); index++) {
            out.write(body[index]);
            out.flush();
            waitFor(fault.drip);
        }
        out.flush();
    }
}
