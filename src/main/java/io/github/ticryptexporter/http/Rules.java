package io.github.ticryptexporter.http;

import java.util.HashSet;
import java.util.Set;

/** Settings, and what is made of them once for all requests. */
record Rules(HttpSettings settings, Set<String> routes) {

    static Rules of(HttpSettings settings) {
        Set<String> routes = new HashSet<>(Routes.PATHS);
        routes.add(settings.telemetryPath());
        return new Rules(settings, Set.copyOf(routes));
    }
}
