package io.github.ticryptexporter.api;

import io.github.ticryptexporter.api.ApiResult.Exchange;
import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FailureReason;
import io.github.ticryptexporter.fleet.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads routes of the backend, one at a time: GET with the token in a cookie and nowhere else, no redirect followed.
 *
 * <p>{@link HttpRequest.Builder#timeout} ends with the headers, so the deadline for the whole exchange is kept here: the
 * headers by waiting only so long, the body by {@link BodyStream}.
 */
public final class ApiClient implements FleetApi {

    private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);
    private static final int OK = 200;

    private final ApiSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<SourceId, Secret> lastTokens = new ConcurrentHashMap<>();

    /**
     * @throws IOException when certificates or keys that the settings name cannot be used; the message says which
     */
    public ApiClient(ApiSettings settings, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.client = client(settings);
    }

    private static HttpClient client(ApiSettings settings) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        settings.viaProxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        TlsContext.of(settings.tls()).ifPresent(builder::sslContext);
        return builder.build();
    }

    @Override
    public ApiResult<?> read(SourceId source) throws InterruptedException {
        return ask(source, Route.of(source.api()), source.realm());
    }

    @Override
    public ApiResult<?> lookUp(Api api, String id) throws InterruptedException {
        ApiResult<?> result = ask(SourceId.site(api), Route.of(api), id);
        return result instanceof Failed<?> failed && failed.reason() == FailureReason.NOT_FOUND
                ? new Ok<>(List.of(), 0, Map.of(), null, failed.exchange())
                : result;
    }

    @Override
    public boolean hasNewToken(SourceId source) {
        try {
            return !Objects.equals(token(source), lastTokens.get(source));
        } catch (IOException e) {
            return false;
        }
    }

    private <T> ApiResult<T> ask(SourceId source, Route<T> route, String asked) throws InterruptedException {
        Attempt attempt = new Attempt(route.nameFor(asked));
        Secret token;
        try {
            token = token(source);
        } catch (IOException e) {
            lastTokens.remove(source);
            return attempt.failed(FailureReason.UNAUTHORIZED, e.getMessage());
        }
        lastTokens.put(source, token);
        try {
            return exchange(attempt, route, request(route, asked, token));
        } catch (RuntimeException e) {
            LOG.error(
                    "a defect of the exporter while reading {}: {}",
                    source,
                    e.getClass().getName());
            LOG.debug("where it happened", e);
            return attempt.failed(FailureReason.MALFORMED, "a defect of the exporter; please report it");
        }
    }

    private <T> ApiResult<T> exchange(Attempt attempt, Route<T> route, HttpRequest request)
            throws InterruptedException {
        CompletableFuture<HttpResponse<BodyStream>> answer = client.sendAsync(request, attempt::bodyOf);
        try {
            return read(
                    attempt,
                    route,
                    answer.get(attempt.deadline.remainingNanos(), TimeUnit.NANOSECONDS)
                            .body());
        } catch (TimeoutException e) {
            return attempt.failed(FailureReason.TIMEOUT, noAnswer());
        } catch (ExecutionException e) {
            return attempt.lost(ConnectionTrouble.of(e.getCause()));
        } finally {
            abandon(answer);
        }
    }

    /** Ends what is still under way; an answer that came just as it was given up would else keep its connection. */
    private static void abandon(CompletableFuture<HttpResponse<BodyStream>> answer) {
        if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
            answer.join().body().close();
        }
    }

    private <T> ApiResult<T> read(Attempt attempt, Route<T> route, BodyStream stream) throws InterruptedException {
        ResponseInfo answer = stream.head();
        attempt.answered(answer);
        AnswerBody body = new AnswerBody(stream, settings.maxResponseBytes());
        try {
            if (answer.statusCode() != OK) {
                body.discard();
                return attempt.refused(answer);
            }
            return attempt.succeeded(route, body);
        } catch (BodyStream.TooLate e) {
            return attempt.failed(FailureReason.TIMEOUT, noAnswer());
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading " + attempt.name);
            }
            if (answer.statusCode() != OK) {
                return attempt.refused(answer);
            }
            AnswerBody.Trouble trouble = body.trouble(e);
            return attempt.failed(trouble.reason(), trouble.message());
        }
    }

    private String noAnswer() {
        return "no whole answer within " + settings.requestTimeout().toMillis() + " ms";
    }

    private HttpRequest request(Route<?> route, String asked, Secret token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + route.pathFor(asked)))
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("Cookie", "TC_TOKEN=" + token.reveal())
                .GET();
        route.bodyFor(asked)
                .ifPresent(body -> request.header("Content-Type", "application/json")
                        .method("GET", BodyPublishers.ofString(body)));
        return request.build();
    }

    private Secret token(SourceId source) throws IOException {
        TokenSource token = settings.tokens().get(source.api().token());
        if (token == null) {
            throw new IOException("no " + source.api().token().label() + " token is configured");
        }
        return token.read();
    }

    /** The clock readings and headers of one exchange as it goes on. */
    private final class Attempt {
        private final long startedNanos = System.nanoTime();
        private final Deadline deadline = Deadline.in(settings.requestTimeout());
        private final String name;
        private volatile @Nullable ResponseInfo head;
        private @Nullable Integer status;
        private @Nullable Instant serverDate;
        private @Nullable Duration clockSkew;

        Attempt(String name) {
            this.name = name;
        }

        /** Called by the client once the headers are there. */
        BodyStream bodyOf(ResponseInfo answer) {
            head = answer;
            return new BodyStream(answer, deadline);
        }

        void answered(ResponseInfo answer) {
            status = answer.statusCode();
            serverDate = HttpDates.date(answer.headers()).orElse(null);
            clockSkew = serverDate == null ? null : Duration.between(clock.instant(), serverDate);
        }

        Exchange exchange() {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            return new Exchange(clock.instant(), took, status, serverDate, clockSkew);
        }

        <T> Ok<T> succeeded(Route<T> route, AnswerBody body) throws IOException {
            AnswerReader reader = new AnswerReader(settings.freeText());
            try (InputStream decoded = body.decoded()) {
                List<T> items = reader.read(decoded, route);
                body.drain();
                Anomalies anomalies = reader.anomalies();
                return new Ok<>(items, body.bytes(), anomalies.counts(), anomalies.first(), exchange());
            }
        }

        <T> Failed<T> failed(FailureReason reason, @Nullable String message) {
            return new Failed<>(reason, name + ": " + message, null, exchange());
        }

        /** A body that breaks off at once may take down with it the headers, which had come. */
        <T> Failed<T> lost(ConnectionTrouble trouble) {
            ResponseInfo answer = head;
            if (answer == null) {
                return failed(trouble.reason(), trouble.message());
            }
            answered(answer);
            return answer.statusCode() == OK ? failed(FailureReason.CONNECT, AnswerBody.LOST) : refused(answer);
        }

        <T> Failed<T> refused(ResponseInfo answer) {
            Refusal refusal = Refusal.of(answer.statusCode());
            Exchange ended = exchange();
            Duration wait =
                    HttpDates.retryAfter(answer.headers(), ended.judgedAt()).orElse(null);
            return new Failed<>(refusal.reason(), name + ": " + refusal.message(), wait, ended);
        }
    }
}
