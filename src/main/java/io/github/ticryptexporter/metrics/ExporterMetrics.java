package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.counter;
import static io.github.ticryptexporter.metrics.Family.gauge;
import static io.github.ticryptexporter.metrics.Family.info;

import java.util.List;
import java.util.Set;

/** The exporter about itself, but for the size of its exposition, which {@link FleetMetrics} counts. */
final class ExporterMetrics {

    static final Family SERIES = gauge(
                    "ticrypt_exporter_series", "Fleet series in the snapshot published after the latest poll.")
            .from("the exposition")
            .build();

    /** Counted by the daemon beside its publishes, since one that fails shows nothing. */
    private static final Family PUBLISH_FAILURES = counter(
                    "ticrypt_exporter_publish_failures_total",
                    "Publishes of what was polled that failed, so that the one before them stayed.")
            .from("the exporter's own publishes")
            .experimental()
            .build();

    private ExporterMetrics() {}

    static List<Family> families() {
        return List.of(
                info("ticrypt_exporter_build_info", "Version of the exporter that polled, and of its Java.")
                        .labels("version", "revision", "java_version")
                        .from("the build")
                        .site(Set.of(), ExporterMetrics::build)
                        .build(),
                PUBLISH_FAILURES,
                SERIES,
                gauge("ticrypt_exporter_series_limit", "Setting, not polled: the budget for fleet series.")
                        .from("limits.series")
                        .site(
                                Set.of(),
                                (picture, rows) -> rows.set(picture.privacy().seriesLimit()))
                        .build(),
                gauge(
                                "ticrypt_exporter_web_open",
                                "Whether what was polled is served beyond loopback without TLS and authentication.")
                        .from("web.allow-open, web.listen-address")
                        .experimental()
                        .site(
                                Set.of(),
                                (picture, rows) -> rows.set(picture.exporter().servedOpenly() ? 1 : 0))
                        .build(),
                gauge(
                                "ticrypt_exporter_config_last_reload_successful",
                                "Whether the latest configuration, which is read rather than polled, was taken over.")
                        .from("the configuration")
                        .site(
                                Set.of(),
                                (picture, rows) -> rows.set(picture.exporter().lastReloadSuccessful() ? 1 : 0))
                        .build(),
                gauge(
                                "ticrypt_exporter_config_last_reload_success_timestamp_seconds",
                                "When the configuration in force, which is read rather than polled, was taken over.")
                        .from("the configuration")
                        .site(
                                Set.of(),
                                (picture, rows) ->
                                        rows.set(Seconds.of(picture.exporter().lastReloadSuccessAt())))
                        .build());
    }

    private static void build(Picture picture, Rows rows) {
        ExporterFacts exporter = picture.exporter();
        rows.set(1, exporter.version(), exporter.revision(), exporter.javaVersion());
    }
}
