package io.github.ticryptexporter.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the answers of a path; immutable, each {@code with} method gives a further one. */
public final class Fault {
    private static final int AS_IT_WOULD_BE = -1;
    private static final Fault NONE = new Fault();

    final int status;
    final byte @Nullable [] body;
    final Map<String, String> headers;
    final Duration delay;
    final Duration drip;
    final int cutAfter;

    private Fault() {
        this(AS_IT_WOULD_BE, null, Map.of(), Duration.ZERO, Duration.ZERO, AS_IT_WOULD_BE);
    }

    private Fault(
            int status,
            byte @Nullable [] body,
            Map<String, String> headers,
            Duration delay,
            Duration drip,
            int cutAfter) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.delay = delay;
        this.drip = drip;
        this.cutAfter = cutAfter;
    }

    /** Nothing wrong. */
    public static Fault none() {
        return NONE;
    }

    /** Another status; with an error message of the site's usual form unless a body is given too; 204 and 304 have none. */
    public Fault withStatus(int newStatus) {
        return new Fault(newStatus, body, headers, delay, drip, cutAfter);
    }

    /** Another body, with status 200 unless one is given too, and never compressed. */
    public Fault withBody(String newBody) {
        return withBody(newBody.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #withBody(String)}, for bytes that are no text. */
    public Fault withBody(byte[] newBody) {
        return new Fault(status, newBody.clone(), headers, delay, drip, cutAfter);
    }

    /** A further header, or another value of one that the answer has, such as Date, Content-Type or Retry-After. */
    public Fault withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Fault(status, body, more, delay, drip, cutAfter);
    }

    /** Waits before the first byte, in real time whatever the site's clock says; closing the site ends the wait. */
    public Fault delayedBy(Duration newDelay) {
        return new Fault(status, body, headers, newDelay, drip, cutAfter);
    }

    /** Sends the body byte by byte, with that long between two; closing the site ends it. */
    public Fault dripping(Duration interval) {
        return new Fault(status, body, headers, delay, interval, cutAfter);
    }

    /** Announces the whole length, sends so many bytes of the body and then drops the connection. */
    public Fault cutAfter(int bytes) {
        return new Fault(status, body, headers, delay, drip, bytes);
    }

    boolean replacesAnswer() {
        return status != AS_IT_WOULD_BE || body != null;
    }

    boolean isCut() {
        return cutAfter != AS_IT_WOULD_BE;
    }
}
