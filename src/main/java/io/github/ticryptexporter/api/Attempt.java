package io.github.ticryptexporter.api;

import io.github.ticryptexporter.api.ApiResult.Exchange;
import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.fleet.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to read from a server: one deadline, one cap on bytes and one result, however many requests it takes.
 *
 * <p>{@link HttpRequest.Builder#timeout} ends with the headers, so the deadline is kept here: the headers by waiting only
 * so long, the body by {@link BodyStream}. For one thread.
 */
public final class Attempt<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final int OK = 200;

    private final Upstream upstream;
    private final String name;
    private final AnswerReader<T> reader;
    private final long startedNanos = System.nanoTime();
    private final Deadline deadline;
    private volatile @Nullable ResponseInfo head;
    private long bytes;
    private @Nullable Integer status;
    private @Nullable Instant serverDate;
    private @Nullable Duration clockSkew;

    Attempt(Upstream upstream, String name, AnswerReader<T> reader) {
        this.upstream = upstream;
        this.name = name;
        this.reader = reader;
        this.deadline = Deadline.in(upstream.settings().requestTimeout());
    }

    /** Sends a request and reads its answer; a good one holds what this attempt has read so far, earlier answers first. */
    public ApiResult<T> read(Get get) throws InterruptedException {
        try {
            return exchange(upstream.client(), get.request());
        } catch (SSLException e) {
            return lost(ConnectionTrouble.of(e, upstream.settings()));
        } catch (RuntimeException e) {
            LOG.debug("a defect while reading {}", name, e);
            return failed(
                    FailureReason.MALFORMED,
                    "a defect of the exporter, " + e.getClass().getName() + "; please report it");
        }
    }

    /** A header of the latest answer. */
    public Optional<String> header(String header) {
        ResponseInfo answer = head;
        return answer == null ? Optional.empty() : answer.headers().firstValue(header);
    }

    /** The result when the attempt is given up for a reason that the caller knows. */
    public Failed<T> failed(FailureReason reason, @Nullable String message) {
        return new Failed<>(reason, name + ": " + message, null, ended());
    }

    private ApiResult<T> exchange(HttpClient client, HttpRequest request) throws InterruptedException {
        forgetAnswer();
        CompletableFuture<HttpResponse<BodyStream>> answer = client.sendAsync(request, this::bodyOf);
        try {
            HttpResponse<BodyStream> response = answer.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            return response.body() == null ? refusedByProxy(response.statusCode()) : read(response.body());
        } catch (TimeoutException e) {
            return tooLate();
        } catch (ExecutionException e) {
            return lost(ConnectionTrouble.of(e.getCause(), upstream.settings()));
        } finally {
            abandon(answer);
        }
    }

    /** So that a request without an answer does not end with the answer to the one before. */
    private void forgetAnswer() {
        head = null;
        status = null;
        serverDate = null;
        clockSkew = null;
    }

    /** Called by the client once the headers are there. */
    private BodyStream bodyOf(ResponseInfo answer) {
        head = answer;
        return new BodyStream(answer, deadline);
    }

    /** Ends what is still under way; an answer that came just as it was given up would else keep its connection. */
    static void abandon(CompletableFuture<HttpResponse<BodyStream>> answer) {
        BodyStream body = answer.cancel(true) || answer.isCompletedExceptionally()
                ? null
                : answer.join().body();
        if (body != null) {
            body.close();
        }
    }

    /** The client hands out no body where a proxy wants a password before it lets a connection through. */
    private Failed<T> refusedByProxy(int code) {
        status = code;
        Refusal refusal = Refusal.of(code, upstream.settings().advice());
        return failed(refusal.reason(), refusal.message());
    }

    private ApiResult<T> read(BodyStream stream) throws InterruptedException {
        ResponseInfo answer = stream.head();
        answered(answer);
        AnswerBody body = new AnswerBody(stream, upstream.settings().maxResponseBytes() - bytes);
        try {
            if (answer.statusCode() != OK) {
                body.discard();
                return refused(answer);
            }
            return succeeded(body);
        } catch (BodyStream.TooLate e) {
            return tooLate();
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading " + name);
            }
            return answer.statusCode() == OK ? broken(body, e) : refused(answer);
        }
    }

    private void answered(ResponseInfo answer) {
        status = answer.statusCode();
        serverDate = HttpDates.date(answer.headers()).orElse(null);
        clockSkew =
                serverDate == null ? null : Duration.between(upstream.clock().instant(), serverDate);
    }

    private Ok<T> succeeded(AnswerBody body) throws IOException {
        try (InputStream decoded = body.decoded()) {
            reader.read(decoded);
            body.drain();
            bytes += body.bytes();
            Anomalies anomalies = reader.anomalies();
            return new Ok<>(reader.items(), bytes, anomalies.counts(), anomalies.first(), ended());
        }
    }

    private Failed<T> broken(AnswerBody body, IOException thrown) {
        AnswerBody.Trouble trouble = body.trouble(thrown, upstream.settings().maxResponseBytes());
        return failed(trouble.reason(), trouble.message());
    }

    private Failed<T> tooLate() {
        return failed(
                FailureReason.TIMEOUT,
                "no whole answer within " + upstream.settings().requestTimeout().toMillis() + " ms");
    }

    /** A body that breaks off at once may take down with it the headers, which had come. */
    private Failed<T> lost(ConnectionTrouble trouble) {
        ResponseInfo answer = head;
        if (answer == null) {
            return failed(trouble.reason(), trouble.message());
        }
        answered(answer);
        return answer.statusCode() == OK ? failed(FailureReason.CONNECT, AnswerBody.LOST) : refused(answer);
    }

    private Failed<T> refused(ResponseInfo answer) {
        Refusal refusal = Refusal.of(answer.statusCode(), upstream.settings().advice());
        Exchange exchange = ended();
        Duration wait =
                HttpDates.retryAfter(answer.headers(), exchange.judgedAt()).orElse(null);
        return new Failed<>(refusal.reason(), name + ": " + refusal.message(), wait, exchange);
    }

    private Exchange ended() {
        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        return new Exchange(upstream.clock().instant(), took, status, serverDate, clockSkew);
    }
}
