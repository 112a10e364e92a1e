package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.TlsSettings;
import io.github.ticryptexporter.api.TokenSource;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.TokenKind;
import io.github.ticryptexporter.identity.IdentitySettings;
import io.github.ticryptexporter.identity.ProviderSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds {@code identity}. A provider is configured as soon as anything of it but its interval is given; everything that it
 * needs is then asked for.
 */
final class IdentityBinding {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private final Section identity;
    private final Map<String, String> environment;
    private final boolean plainAllowed;

    /** @param plainAllowed whether keys may travel in clear text beyond this machine */
    IdentityBinding(Section identity, Map<String, String> environment, boolean plainAllowed) {
        this.identity = identity;
        this.environment = environment;
        this.plainAllowed = plainAllowed;
    }

    /** Whether the file configures any provider, be it wrongly. */
    boolean isGiven() {
        boolean given = false;
        for (IdentityProvider provider : IdentityProvider.values()) {
            given |= isGiven(provider);
        }
        return given;
    }

    private boolean isGiven(IdentityProvider provider) {
        Section section = section(provider);
        boolean hasKey = SecretBinding.isGiven(section.secretSection("api-key"));
        return keys(provider).stream().filter(section::has).count() > 0 || hasKey;
    }

    private static List<String> keys(IdentityProvider provider) {
        return switch (provider) {
            case MONOCLOUD -> List.of("base-url", "tls", "proxy");
            case ALLTHENTICATE -> List.of("base-url", "header", "scheme", "tls", "proxy");
        };
    }

    /** @param tokens the tokens that are configured */
    IdentitySettings settings(List<TokenKind> tokens) {
        Map<IdentityProvider, ProviderSettings> providers = new EnumMap<>(IdentityProvider.class);
        for (IdentityProvider provider : IdentityProvider.values()) {
            if (isGiven(provider)) {
                settings(provider).ifPresent(settings -> providers.put(provider, settings));
                warnIfAlone(section(provider), tokens);
            }
        }
        return new IdentitySettings(providers);
    }

    /** Time between two reads, for each provider whose interval is given. */
    Map<Api, Duration> intervals() {
        Map<Api, Duration> intervals = new EnumMap<>(Api.class);
        for (IdentityProvider provider : IdentityProvider.values()) {
            section(provider)
                    .setting("interval")
                    .flatMap(setting -> setting.duration(SHORTEST_INTERVAL))
                    .ifPresent(interval -> intervals.put(provider.api(), interval));
        }
        return intervals;
    }

    private Section section(IdentityProvider provider) {
        return identity.section(provider.label());
    }

    /** Empty after a problem. */
    private Optional<ProviderSettings> settings(IdentityProvider provider) {
        Section section = section(provider);
        Optional<URI> url = baseUrl(section);
        Optional<String> header = header(provider, section);
        Optional<TokenSource> key = SecretBinding.source(section.secretSection("api-key"), environment, "key");
        String scheme = scheme(provider, section).orElse(null);
        TlsSettings tls = TlsBinding.settings(section.section("tls"));
        InetSocketAddress proxy =
                section.setting("proxy").flatMap(ProxyAddress::parse).orElse(null);
        return url.isPresent() && header.isPresent() && key.isPresent()
                ? Optional.of(new ProviderSettings(url.get(), header.get(), scheme, key.get(), tls, proxy))
                : Optional.empty();
    }

    private Optional<URI> baseUrl(Section section) {
        if (!section.has("base-url")) {
            section.missing("base-url", "the provider's address", "base-url: https://identity.example.edu");
        }
        return section.setting("base-url").flatMap(url -> BaseUrl.parse(url, plainAllowed, "keys"));
    }

    /** Allthenticate's documentation does not name the header, so nothing is guessed. */
    private static Optional<String> header(IdentityProvider provider, Section section) {
        return switch (provider) {
            case MONOCLOUD -> Optional.of(ProviderSettings.MONOCLOUD_HEADER);
            case ALLTHENTICATE -> {
                if (!section.has("header")) {
                    section.missing("header", "the header that the key travels in", "header: X-Example-Key");
                }
                yield section.setting("header").flatMap(HeaderName::parse);
            }
        };
    }

    private static Optional<String> scheme(IdentityProvider provider, Section section) {
        return switch (provider) {
            case MONOCLOUD -> Optional.empty();
            case ALLTHENTICATE -> section.setting("scheme").flatMap(HeaderName::scheme);
        };
    }

    private static void warnIfAlone(Section section, List<TokenKind> tokens) {
        if (!tokens.contains(TokenKind.USER)) {
            section.setting("base-url")
                    .ifPresent(url -> url.warning(
                            "its accounts are counted and compared with nobody, since no user token is configured"));
        }
    }
}
