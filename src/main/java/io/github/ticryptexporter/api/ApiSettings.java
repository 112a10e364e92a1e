package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.FreeText;
import io.github.ticryptexporter.fleet.TokenKind;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the REST API is reached.
 *
 * @param baseUrl the backend's address, a path prefix allowed, without a slash at the end
 * @param tokens a source for each token that is configured; a missing one disables its routes
 * @param tls trust and identity beyond the platform's defaults
 * @param proxy the HTTP proxy to go through; null for none
 * @param connectTimeout the longest a connection may take to come up
 * @param requestTimeout the longest a whole exchange may take, connect to last byte
 * @param maxResponseBytes the largest body that is read, in bytes after decompression
 * @param freeText what is kept of the text that people write; the rest never leaves the stream
 */
public record ApiSettings(
        URI baseUrl,
        Map<TokenKind, TokenSource> tokens,
        TlsSettings tls,
        @Nullable InetSocketAddress proxy,
        Duration connectTimeout,
        Duration requestTimeout,
        long maxResponseBytes,
        Set<FreeText> freeText) {

    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(30);
    public static final long DEFAULT_MAX_RESPONSE_BYTES = 1L << 30;

    public ApiSettings {
        tokens = Map.copyOf(tokens);
        freeText = Set.copyOf(freeText);
    }

    /** These settings, keeping this text of people. */
    public ApiSettings keeping(Set<FreeText> text) {
        return new ApiSettings(baseUrl, tokens, tls, proxy, connectTimeout, requestTimeout, maxResponseBytes, text);
    }

    /** How the backend is reached. */
    UpstreamSettings upstream() {
        return new UpstreamSettings(tls, proxy, connectTimeout, requestTimeout, maxResponseBytes, Advice.ON_TICRYPT);
    }

    /** The proxy to go through, if one is set. */
    public Optional<InetSocketAddress> viaProxy() {
        return Optional.ofNullable(proxy);
    }
}
