package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.fleet.IdentityProvider;
import java.util.Map;

/**
 * Which identity providers are read.
 *
 * @param providers those that are configured
 */
public record IdentitySettings(Map<IdentityProvider, ProviderSettings> providers) {

    /** None of them. */
    public static final IdentitySettings NONE = new IdentitySettings(Map.of());

    public IdentitySettings {
        providers = Map.copyOf(providers);
    }
}
