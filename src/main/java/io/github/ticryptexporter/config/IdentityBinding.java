package io.github.ticryptexporter.config;

import java.time.Duration;
import java.util.List;

/** Binds {@code identity}, which this version knows but cannot obey. */
final class IdentityBinding {

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private static final List<String> API_KEY = List.of("file", "env", "value");

    private IdentityBinding() {}

    /** An interval alone asks for nothing; what names a provider or its key is refused. */
    static void refuse(Section identity) {
        refuse(identity.section("monocloud"), List.of("base-url"));
        refuse(identity.section("allthenticate"), List.of("base-url", "header"));
    }

    private static void refuse(Section provider, List<String> keys) {
        provider.setting("interval").ifPresent(setting -> setting.duration(SHORTEST_INTERVAL));
        // Both lists are asked for whole: a key that is not asked for would be reported as unknown.
        List<String> given = keys.stream().filter(provider::has).toList();
        List<String> givenKey =
                API_KEY.stream().filter(provider.secretSection("api-key")::has).toList();
        if (!given.isEmpty() || !givenKey.isEmpty()) {
            provider.problem("not supported by this version", "remove it");
        }
    }
}
