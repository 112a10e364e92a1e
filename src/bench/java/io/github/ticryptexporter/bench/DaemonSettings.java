package io.github.ticryptexporter.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How an exporter under test is started.
 *
 * @param heap the value of {@code -Xmx}
 * @param interval between two polls of each route
 * @param privacyLevel decides, with the site's scale, how many series there are
 */
record DaemonSettings(String heap, Duration interval, String privacyLevel, int seriesLimit) {

    /** For measurements in which nothing is polled after the first round. */
    static final Duration ONCE = Duration.ofHours(1);

    private static final List<String> ROUTES =
            List.of("vms", "vm_configs", "drives", "teams", "vm_images", "projects", "users");

    /** The configuration file of an exporter that reads this site. */
    String yaml(Site site) {
        String intervals = ROUTES.stream()
                .map(route -> route + ": " + interval.toSeconds() + "s")
                .collect(Collectors.joining(", "));
        return """
                ticrypt:
                  base-url: %s
                  tokens: { %s }
                  timeouts: { request: 5m }
                poll: { intervals: { %s } }
                privacy: { level: %s }
                limits: { series: %d }
                """.formatted(site.baseUrl(), tokens(site), intervals, privacyLevel, seriesLimit);
    }

    private static String tokens(Site site) {
        return site.tokens().entrySet().stream().map(DaemonSettings::token).collect(Collectors.joining(", "));
    }

    private static String token(Map.Entry<String, String> token) {
        return "%s: { value: \"%s\" }".formatted(token.getKey(), token.getValue());
    }
}
