package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server for text: no redirect is followed, each exchange has one deadline, each answer one cap on bytes. Every
 * failure is an {@link IOException} that says why, and what to check.
 */
public final class TextClient {

    private static final int OK = 200;

    private final Upstream server;
    private final UpstreamSettings settings;

    public TextClient(Upstream server) {
        this.server = server;
        this.settings = server.settings();
    }

    /** The answer, whatever its status. */
    public TextAnswer read(Get get) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(settings.requestTimeout());
        CompletableFuture<HttpResponse<BodyStream>> answer =
                server.client().sendAsync(get.request(), head -> new BodyStream(head, deadline));
        try {
            return read(
                    answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS).body());
        } catch (TimeoutException | BodyStream.TooLate e) {
            throw new IOException(
                    "no whole answer within " + settings.requestTimeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw trouble(e.getCause() == null ? e : e.getCause());
        } finally {
            Attempt.abandon(answer);
        }
    }

    private TextAnswer read(BodyStream stream) throws IOException {
        int status = stream.head().statusCode();
        if (status != OK) {
            return new TextAnswer(status, Refusal.of(status, settings.advice()).message());
        }
        AnswerBody body = new AnswerBody(stream, settings.maxResponseBytes());
        try (InputStream decoded = body.decoded()) {
            return new TextAnswer(status, new String(decoded.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BodyStream.TooLate e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(words(body.trouble(e, settings.maxResponseBytes())), e);
        }
    }

    /** The cap is nobody's setting. */
    private String words(AnswerBody.Trouble trouble) {
        return trouble.reason() == FailureReason.TOO_LARGE
                ? "expected at most " + settings.maxResponseBytes() + " bytes, but there are more"
                : trouble.message();
    }

    /** Connects and leaves again. */
    public void connect(InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw trouble(new UnresolvedAddressException());
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) Math.min(settings.connectTimeout().toMillis(), Integer.MAX_VALUE));
        } catch (IOException e) {
            throw trouble((ConnectException) new ConnectException().initCause(e));
        }
    }

    private IOException trouble(Throwable thrown) {
        return new IOException(ConnectionTrouble.of(thrown, settings).message(), thrown);
    }
}
