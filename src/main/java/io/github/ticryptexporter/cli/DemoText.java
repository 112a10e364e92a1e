package io.github.ticryptexporter.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What {@code demo} and {@code simulate} print once they run: addresses, and what to paste next. */
public final class DemoText {
    private DemoText() {}

    /**
     * The text of {@code demo}.
     *
     * @param exporter where the exporter listens, by https if it serves within TLS
     * @param telemetryPath where its metrics are
     * @param site where the simulated site listens
     */
    public static String demo(URI exporter, String telemetryPath, URI site, List<String> scenarios) {
        String scheme = exporter.getScheme().equals("https") ? """
                      scheme: https
                      # and tls_config and credentials, as --web.config.file has them
                """ : "";
        return """
                A simulated tiCrypt site runs at %1$s, and the exporter reads it.

                  Status page   %2$s/
                  Metrics       %2$s%3$s

                Scrape configuration for Prometheus:

                  scrape_configs:
                    - job_name: ticrypt-exporter
                      metrics_path: %3$s
                %6$s      static_configs:
                        - targets: ["%4$s"]

                Change what happens at the site (%5$s):

                  curl -X PUT -d drift %1$s/__simulator/scenario

                Stop with Ctrl-C.
                """.formatted(
                        site, exporter, telemetryPath, exporter.getAuthority(), String.join(", ", scenarios), scheme);
    }

    /**
     * The text of {@code simulate}: tokens one per line as {@code drive=...}, and behind a # where all else is, the site
     * last.
     *
     * @param providers the identity providers, one line each
     */
    public static String simulate(Map<String, String> tokens, List<String> providers, URI site) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(
                (name, token) -> text.append(name).append('=').append(token).append('\n'));
        providers.forEach(provider -> text.append("# ").append(provider).append('\n'));
        return text.append("# simulated tiCrypt site at ")
                .append(site)
                .append('\n')
                .toString();
    }
}
