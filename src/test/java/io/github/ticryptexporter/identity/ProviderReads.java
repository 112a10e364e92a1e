package io.github.ticryptexporter.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.api.ApiResult.Failed;
import io.github.ticryptexporter.api.ApiResult.Ok;
import io.github.ticryptexporter.api.ApiSettings;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.testing.ManualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a provider with a client of its own, each result in words.
 *
 * <p>Whatever comes out is searched for the key and for {@link #PERSON}, which a test plants in what a server says.
 */
record ProviderReads(IdentityProvider provider, ProviderSettings settings, ApiSettings bounds) {

    static final String KEY = "invented-key-0042";
    static final String PERSON = "given-0042";

    /** Long enough for a busy machine: what should end by itself never gets there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static ProviderReads monoCloud(URI base) {
        return new ProviderReads(
                IdentityProvider.MONOCLOUD,
                settings(base, ProviderSettings.MONOCLOUD_HEADER, null, new TokenSource.Value(new Secret(KEY))),
                bounds(PATIENCE, ApiSettings.DEFAULT_MAX_RESPONSE_BYTES));
    }

    static ProviderReads allthenticate(URI base) {
        return new ProviderReads(
                IdentityProvider.ALLTHENTICATE,
                settings(base, "X-Simulated-Key", null, new TokenSource.Value(new Secret(KEY))),
                bounds(PATIENCE, ApiSettings.DEFAULT_MAX_RESPONSE_BYTES));
    }

    private static ProviderSettings settings(URI base, String header, @Nullable String scheme, TokenSource key) {
        return new ProviderSettings(base, header, scheme, key, TlsSettings.PLATFORM, null);
    }

    private static ApiSettings bounds(Duration requestTimeout, long maxResponseBytes) {
        return new ApiSettings(
                URI.create("http://127.0.0.1:1"),
                Map.of(),
                TlsSettings.PLATFORM,
                null,
                PATIENCE,
                requestTimeout,
                maxResponseBytes,
                Set.of());
    }

    ProviderReads with(TokenSource key) {
        return with(settings(settings.baseUrl(), settings.header(), settings.scheme(), key));
    }

    ProviderReads with(String key) {
        return with(new TokenSource.Value(new Secret(key)));
    }

    ProviderReads after(String scheme) {
        return with(settings(settings.baseUrl(), settings.header(), scheme, settings.key()));
    }

    ProviderReads via(InetSocketAddress proxy) {
        return with(new ProviderSettings(
                settings.baseUrl(), settings.header(), settings.scheme(), settings.key(), settings.tls(), proxy));
    }

    ProviderReads trusting(TlsSettings tls) {
        return with(new ProviderSettings(
                settings.baseUrl(), settings.header(), settings.scheme(), settings.key(), tls, settings.proxy()));
    }

    private ProviderReads with(ProviderSettings other) {
        return new ProviderReads(provider, other, bounds);
    }

    ProviderReads within(Duration requestTimeout) {
        return new ProviderReads(provider, settings, bounds(requestTimeout, bounds.maxResponseBytes()));
    }

    ProviderReads upTo(long maxResponseBytes) {
        return new ProviderReads(provider, settings, bounds(bounds.requestTimeout(), maxResponseBytes));
    }

    ProviderClient client() throws IOException {
        return new ProviderClient(provider, settings, bounds, new ManualClock());
    }

    ApiResult<IdentityUser> result() throws IOException, InterruptedException {
        return searched(client().read());
    }

    /** Such as {@code ok: 2 accounts, {}} or {@code timeout: GET /api/users: no whole answer within 200 ms}. */
    String outcome() throws IOException, InterruptedException {
        return inWords(result());
    }

    static String inWords(ApiResult<IdentityUser> result) {
        if (searched(result) instanceof Ok<IdentityUser> ok) {
            return "ok: " + ok.items().size() + " accounts, " + ok.anomalies();
        }
        Failed<?> failed = (Failed<?>) result;
        return failed.reason().label() + ": " + failed.message();
    }

    /** The ids that a good answer brought, in their order. */
    List<String> ids() throws IOException, InterruptedException {
        return ((Ok<IdentityUser>) result())
                .items().stream().map(IdentityUser::id).collect(Collectors.toList());
    }

    private static ApiResult<IdentityUser> searched(ApiResult<IdentityUser> result) {
        String all = result.toString();
        assertFalse(all.contains(KEY), all);
        assertFalse(all.contains(PERSON), all);
        return result;
    }
}
