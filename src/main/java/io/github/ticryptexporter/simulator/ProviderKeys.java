package io.github.ticryptexporter.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key of each identity provider, the same for the same seed. */
final class ProviderKeys {
    private final Map<String, String> byLabel = new LinkedHashMap<>();

    ProviderKeys(long seed) {
        Draw draw = new Draw(seed, "provider keys", 0);
        for (ProviderRoute route : ProviderRoute.values()) {
            byLabel.put(route.label(), "simulated-" + route.label() + "-" + draw.uuid());
        }
    }

    /** Keys by {@code monocloud} and {@code allthenticate}. */
    Map<String, String> byLabel() {
        return Collections.unmodifiableMap(byLabel);
    }

    boolean open(ProviderRoute route, @Nullable String key) {
        return key != null && key.equals(byLabel.get(route.label()));
    }
}
