package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an identity provider is and what opens it.
 *
 * @param baseUrl its address, a path prefix allowed, without a slash at the end
 * @param header the header that the key travels in
 * @param scheme the word before the key in that header, as {@code Bearer}; null for none
 * @param key where the key comes from
 * @param tls trust and identity beyond the platform's defaults
 * @param proxy the HTTP proxy to go through; null for none
 */
public record ProviderSettings(
        URI baseUrl,
        String header,
        @Nullable String scheme,
        TokenSource key,
        TlsSettings tls,
        @Nullable InetSocketAddress proxy) {

    /** The header that MonoCloud's documentation names. */
    public static final String MONOCLOUD_HEADER = "X-API-KEY";

    /** The word before the key, if one is set. */
    public Optional<String> wordBeforeKey() {
        return Optional.ofNullable(scheme);
    }

    /** The proxy to go through, if one is set. */
    public Optional<InetSocketAddress> viaProxy() {
        return Optional.ofNullable(proxy);
    }
}
