package io.github.ticryptexporter.api;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads with a client of their own, each result in words.
 *
 * <p>Whatever comes out is searched for the token and for {@link #PERSON}, which a test plants in what a server says.
 */
record Reads(ApiSettings settings) {

    static final String TOKEN = "invented-token-0042";
    static final String PERSON = "Given-0042";
    static final SourceId DRIVES = SourceId.site(Api.DRIVES);
    static final SourceId PROJECTS = SourceId.site(Api.PROJECTS);

    /** Long enough for a busy machine: what should end by itself never gets there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Reads from(URI base) {
        return new Reads(new ApiSettings(
                base,
                tokens(),
                TlsSettings.PLATFORM,
                null,
                PATIENCE,
                PATIENCE,
                ApiSettings.DEFAULT_MAX_RESPONSE_BYTES,
                Set.of(FreeText.values())));
    }

    private static Map<TokenKind, TokenSource> tokens() {
        Map<TokenKind, TokenSource> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            tokens.put(kind, new TokenSource.Value(new Secret(TOKEN)));
        }
        return tokens;
    }

    Reads with(Map<TokenKind, TokenSource> tokens) {
        return with(tokens, settings.tls(), settings.proxy(), settings.requestTimeout(), settings.maxResponseBytes());
    }

    Reads trusting(TlsSettings tls) {
        return with(settings.tokens(), tls, settings.proxy(), settings.requestTimeout(), settings.maxResponseBytes());
    }

    Reads via(InetSocketAddress proxy) {
        return with(settings.tokens(), settings.tls(), proxy, settings.requestTimeout(), settings.maxResponseBytes());
    }

    Reads within(Duration requestTimeout) {
        return with(settings.tokens(), settings.tls(), settings.proxy(), requestTimeout, settings.maxResponseBytes());
    }

    Reads upTo(long maxResponseBytes) {
        return with(settings.tokens(), settings.tls(), settings.proxy(), settings.requestTimeout(), maxResponseBytes);
    }

    private Reads with(
            Map<TokenKind, TokenSource> tokens,
            TlsSettings tls,
            @Nullable InetSocketAddress proxy,
            Duration requestTimeout,
            long maxResponseBytes) {
        return new Reads(new ApiSettings(
                settings.baseUrl(),
                tokens,
                tls,
                proxy,
                settings.connectTimeout(),
                requestTimeout,
                maxResponseBytes,
                settings.freeText()));
    }

    ApiClient client() throws IOException {
        return new ApiClient(settings, new ManualClock());
    }

    ApiResult<?> result(SourceId source) throws IOException, InterruptedException {
        return searched(client().read(source));
    }

    /** What reading the drives comes to. */
    String outcome() throws IOException, InterruptedException {
        return outcome(DRIVES);
    }

    String outcome(SourceId source) throws IOException, InterruptedException {
        return inWords(result(source));
    }

    /** Such as {@code ok: 2 items, {}} or {@code timeout: GET /api/drives: no whole answer within 200 ms}. */
    static String inWords(ApiResult<?> result) {
        searched(result);
        if (result instanceof Ok<?> ok) {
            return "ok: " + ok.items().size() + " items, " + ok.anomalies();
        }
        Failed<?> failed = (Failed<?>) result;
        return failed.reason().label() + ": " + failed.message();
    }

    private static ApiResult<?> searched(ApiResult<?> result) {
        String all = result instanceof Ok<?> ok ? String.valueOf(ok.firstAnomaly()) : result.toString();
        assertFalse(all.contains(TOKEN), all);
        assertFalse(all.contains(PERSON), all);
        return result;
    }
}
