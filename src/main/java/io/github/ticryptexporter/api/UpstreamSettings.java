package io.github.ticryptexporter.api;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached, and how much of it is endured.
 *
 * @param tls trust and identity beyond the platform's defaults
 * @param proxy the HTTP proxy to go through; null for none
 * @param connectTimeout the longest a connection may take to come up
 * @param requestTimeout the longest an attempt may take, from its first request to its last byte
 * @param maxResponseBytes the most that one attempt reads, in bytes after decompression
 * @param advice what messages tell a person to check
 */
public record UpstreamSettings(
        TlsSettings tls,
        @Nullable InetSocketAddress proxy,
        Duration connectTimeout,
        Duration requestTimeout,
        long maxResponseBytes,
        Advice advice) {

    /** Whether the connections of one serve the other. */
    boolean isReachedAs(UpstreamSettings other) {
        return tls.equals(other.tls)
                && Objects.equals(proxy, other.proxy)
                && connectTimeout.equals(other.connectTimeout);
    }
}
