package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

/** The row of the exporter's page on its own state: configuration, budgets, memory, version. */
final class Daemon {
    private Daemon() {}

    static Row row() {
        return Row.open(
                "The exporter itself",
                Panel.stat(
                                "Configuration",
                                """
                                Whether the latest configuration was taken. From each exporter. A refused one leaves the one before in
                                force and would refuse the next start; the log names each problem.
                                """,
                                Look.count()
                                        .bands(Colour.BAD, at(1, Colour.GOOD))
                                        .words(
                                                Mapping.value(1, "taken", Colour.GOOD),
                                                Mapping.value(0, "refused", Colour.BAD))
                                        .empty("no exporter"))
                        .query(
                                "{{instance}}",
                                Exporter.own("min by (instance) (ticrypt_exporter_config_last_reload_successful{OWN})"))
                        .size(6, 5),
                Panel.stat("Publishes failed, last day", """
                                How often what was read could not be published in a day. From each exporter. Any is a defect of
                                the exporter: report what its log says.
                                """, Bands.NONE_WANTED.empty("no exporter"))
                        .query(
                                "{{instance}}",
                                Exporter.own(
                                        "sum by (instance) (increase(ticrypt_exporter_publish_failures_total{OWN}[1d]))"))
                        .size(6, 5),
                Panel.stat(
                                "Series of their budget",
                                """
                                Series on the fleet, as a share of limits.series. From each exporter. Above 1, single objects and then the
                                smallest teams are folded into one.
                                """,
                                Look.share()
                                        .bands(
                                                Colour.GOOD,
                                                at("dashboards.series_ratio", Colour.WARNING),
                                                at(1, Colour.BAD))
                                        .with("decimals", 1)
                                        .empty("no exporter"))
                        .query("{{instance}}", Exporter.own("""
                                max by (instance) (ticrypt_exporter_series{OWN})
                                  /
                                max by (instance) (ticrypt_exporter_series_limit{OWN})
                                """))
                        .size(6, 5),
                Panel.stat(
                                "Samples of sample_limit",
                                """
                                Samples of a scrape, as a share of the sample_limit of the scrape configuration. From Prometheus, where
                                extra scrape metrics are on and a limit is set. One sample too many fails the whole scrape.
                                """,
                                Look.share()
                                        .bands(Colour.GOOD, at("TicryptScrapeNearLimit.ratio", Colour.WARNING))
                                        .with("decimals", 1)
                                        .empty("no limit configured"))
                        .query(
                                "{{instance}}",
                                "scrape_samples_post_metric_relabeling{" + Exporter.JOB
                                        + "}\n  /\n(scrape_sample_limit{" + Exporter.JOB + "} > 0)")
                        .size(6, 5),
                Panel.graph(
                                "Duration and samples of scrapes",
                                """
                                How long Prometheus takes to read each exporter, and how many samples it gets, on the right. From
                                Prometheus. Both grow with the site.
                                """,
                                Look.seconds().with("min", 0).empty("no scrapes"))
                        .query("{{instance}} duration", "scrape_duration_seconds{" + Exporter.JOB + "}")
                        .query(
                                "{{instance}} samples",
                                "scrape_samples_post_metric_relabeling{" + Exporter.JOB + "}",
                                Look.difference()
                                        .with("unit", "short")
                                        .with("decimals", 1)
                                        .with("custom.axisPlacement", "right")),
                Panel.graph(
                                "Memory of the exporter",
                                """
                                What the Java heap holds, and the most it may. From each exporter. It saws; a floor that rises for days is
                                a leak, or a site that grows.
                                """,
                                Look.bytes().with("min", 0).empty("no exporter"))
                        .query(
                                "{{instance}} used",
                                Exporter.own("sum by (instance) (jvm_memory_used_bytes{OWN,area=\"heap\"})"))
                        .query(
                                "{{instance}} most",
                                Exporter.own("sum by (instance) (jvm_memory_max_bytes{OWN,area=\"heap\"} > 0)"),
                                Bands.limit()),
                Panel.graph(
                                "CPU of the exporter",
                                """
                                Processor time of each exporter, where 1 is one processor. From each exporter. It works for a moment at
                                each poll.
                                """,
                                Look.of("none")
                                        .with("decimals", 3)
                                        .with("min", 0)
                                        .empty("no exporter"))
                        .query(
                                "{{instance}}",
                                Exporter.own(
                                        "sum by (instance) (rate(process_cpu_seconds_total{OWN}[$__rate_interval]))")),
                Panel.table("Versions", """
                                Which version each exporter is. From each exporter. More than one version is a rollout that is not
                                finished.
                                """, "no exporter")
                        .label("instance", "Instance")
                        .label("version", "Version")
                        .label("revision", "Revision")
                        .label("java_version", "Java")
                        .column("Exporters", Exporter.own("""
                                count by (site, instance, version, revision, java_version) (ticrypt_exporter_build_info{OWN})
                                """), Look.count())
                        .sortedBy("Version", true)
                        .size(12, 8));
    }
}
