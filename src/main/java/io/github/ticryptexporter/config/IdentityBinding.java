package io.github.ticryptexporter.config;

import java.time.Duration;

/** Binds {@code identity}, which this version knows but cannot obey. */
final class IdentityBinding {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private IdentityBinding() {}

    /** An interval alone asks for nothing; what names a provider or its key is refused. */
    static void refuse(Section identity) {
        refuseProvider(identity.section("monocloud"), false);
        refuseProvider(identity.section("allthenticate"), true);
    }

    private static void refuseProvider(Section provider, boolean hasHeader) {
        Section key = provider.secretSection("api-key");
        provider.setting("interval").ifPresent(setting -> setting.duration(SHORTEST_INTERVAL));
        boolean given = provider.has("base-url") || hasHeader && provider.has("header");
        if (given | key.has("file") | key.has("env") | key.has("value")) {
            provider.problem("not supported by this version; remove it");
        }
    }
}
