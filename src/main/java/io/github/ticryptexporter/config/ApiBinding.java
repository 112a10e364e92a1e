package io.github.ticryptexporter.config;

import io.github.ticryptexporter.api.ApiSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds {@code ticrypt}, its realms apart: where the API is and how it is reached. */
final class ApiBinding {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

    /** Stands in for what was refused until the problems are thrown; nobody sees it. */
    private static final URI REFUSED = URI.create("https://refused.invalid");

    private final Section ticrypt;
    private final TokenBinding tokens;
    private final boolean plainAllowed;

    ApiBinding(Section ticrypt, Map<String, String> environment) {
        this.ticrypt = ticrypt;
        this.tokens = new TokenBinding(ticrypt, environment);
        this.plainAllowed =
                ticrypt.setting("allow-plain-http").flatMap(Setting::flag).orElse(false);
    }

    TokenBinding tokens() {
        return tokens;
    }

    /** Whether secrets may travel in clear text beyond this machine. */
    boolean isPlainAllowed() {
        return plainAllowed;
    }

    /** Without any free text: what of that is shown is for others to say. */
    ApiSettings settings() {
        Section timeouts = ticrypt.section("timeouts");
        return new ApiSettings(
                baseUrl(),
                tokens.sources(),
                TlsBinding.settings(ticrypt.section("tls")),
                ticrypt.setting("proxy").flatMap(ProxyAddress::parse).orElse(null),
                timeout(timeouts, "connect").orElse(ApiSettings.DEFAULT_CONNECT_TIMEOUT),
                timeout(timeouts, "request").orElse(ApiSettings.DEFAULT_REQUEST_TIMEOUT),
                ticrypt.setting("max-response-bytes")
                        .flatMap(Setting::bytes)
                        .orElse(ApiSettings.DEFAULT_MAX_RESPONSE_BYTES),
                Set.of());
    }

    private URI baseUrl() {
        if (!ticrypt.has("base-url")) {
            ticrypt.missing("base-url", "the backend's address", "base-url: https://api.example.edu");
        }
        return ticrypt.setting("base-url")
                .flatMap(url -> BaseUrl.parse(url, plainAllowed, "tokens"))
                .orElse(REFUSED);
    }

    private static Optional<Duration> timeout(Section timeouts, String key) {
        return timeouts.setting(key).flatMap(setting -> setting.duration(SHORTEST_TIMEOUT));
    }
}
