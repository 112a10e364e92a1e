package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the picture is true, and if not, why.
 *
 * <p>The only page on single exporters: its queries name job and instance, and {@code OWN} stands for those matchers.
 */
final class Exporter {
    static final String JOB = "job=~\"$job\",instance=~\"$instance\"";

    /** The exporter's default, at which a bar is as long as it gets. */
    private static final int STALE_AFTER_INTERVALS = 5;

    private static final double MAX_SKEW_SECONDS = Numbers.number("TicryptClockSkew.seconds");

    private static final String AGE = own("""
            time() - max by (site, realm, api) (ticrypt_last_success_timestamp_seconds{OWN,api!~"team_quotas|project"})""");

    private Exporter() {}

    /** The query with the matchers in their place. */
    static String own(String query) {
        return query.replace("OWN", JOB + ",site=~\"$site\"");
    }

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-exporter",
                "Exporter and API",
                "Is what the other pages show true, and if not, why? For the administrator on call and whoever runs the exporter.",
                new Dashboard.View("now-6h", "1m"),
                List.of(
                        Variable.DATASOURCE,
                        Variable.SITE,
                        Variable.several("job", "Job", "label_values(ticrypt_exporter_build_info, job)", ".+"),
                        Variable.several("instance", "Instance", "label_values(up{job=~\"$job\"}, instance)", ".+")),
                List.of(Annotation.alerts(",owner=\"platform\""), Annotation.versions("," + JOB)),
                List.of(freshness(), Requests.row(), quality(), Daemon.row()));
    }

    private static Row freshness() {
        return Row.open(
                "Is it fresh?",
                Freshness.panel("max(\n  " + AGE + "\n)", own("""
                        max(
                          time() - max by (site, realm, api) (ticrypt_last_success_timestamp_seconds{OWN,api!~"team_quotas|project"})
                            - on (site, api) group_left ()
                          (${freshness.intervals} * max by (site, api) (ticrypt_poll_interval_seconds{OWN}) + ${freshness.grace_seconds})
                            > 0
                        )""")),
                Panel.stat(
                                "Exporters scraped",
                                """
                                How many exporters Prometheus reaches, of those it knows. From Prometheus. Without one, nothing else here
                                is known: see whether the daemon runs and its address is right.
                                """,
                                Look.count()
                                        .bands(Colour.BAD, at(1, Colour.GOOD))
                                        .empty("no target"))
                        .query("reached", "sum(up{" + JOB + "})")
                        .query(
                                "known",
                                "count(up{" + JOB + "})",
                                Look.difference().colour(Colour.NEUTRAL))
                        .option("textMode", "value_and_name")
                        .size(5, 4),
                Panel.stat(
                                "Tokens",
                                """
                                Whether tiCrypt takes each of the five tokens. From its latest answers: 401 and 403 mean refused. A
                                refused one was revoked, has expired or is of another type; without one, its families are missing.
                                """,
                                Look.count()
                                        .bands(Colour.BAD, at(1, Colour.GOOD))
                                        .words(
                                                Mapping.value(1, "accepted", Colour.GOOD),
                                                Mapping.value(0, "refused", Colour.BAD),
                                                Mapping.value(-1, "not configured", Colour.UNKNOWN))
                                        .empty("no exporter"))
                        .query("{{token}}", tokens())
                        .option("textMode", "value_and_name")
                        .size(15, 4),
                Panel.bars(
                                "Age of each source, in polls",
                                """
                                How old the data of each route and realm is, in units of its own interval, so that one colour fits all.
                                From the times of good reads. Above ${freshness.intervals} it is late; at stale-after, 5 by default, its
                                families are withheld.
                                """,
                                Look.of("none")
                                        .with("decimals", 1)
                                        .bands(Colour.GOOD, at("freshness.intervals", Colour.WARNING))
                                        .range(0, STALE_AFTER_INTERVALS)
                                        .empty("nothing was ever read"))
                        .query("{{api}} {{realm}}", own("""
                                sort_desc(
                                  (
                                    time() - max by (site, realm, api) (ticrypt_last_success_timestamp_seconds{OWN,api!~"team_quotas|project"})
                                  )
                                    / on (site, api) group_left ()
                                  max by (site, api) (ticrypt_poll_interval_seconds{OWN})
                                )
                                """))
                        .size(9, 12),
                Panel.stateTimeline(
                                "State of each source",
                                """
                                Whether the latest read of each route and realm was good. From the exporter's polls. Single failures are
                                tried again sooner; a bar that stays red has its reason below.
                                """,
                                Look.count()
                                        .bands(Colour.BAD, at(1, Colour.GOOD))
                                        .words(
                                                Mapping.value(1, "good", Colour.GOOD),
                                                Mapping.value(0, "failed", Colour.BAD))
                                        .empty("no exporter"))
                        .query("{{api}} {{realm}}", own("max by (site, realm, api) (ticrypt_up{OWN})"))
                        .size(15, 12));
    }

    /** Of the tokens there are, the worst answer of each; -1 for the others. */
    private static String tokens() {
        return Stream.concat(
                        Stream.of("min by (token) (ticrypt_token_accepted{OWN})"),
                        Stream.of("drive", "vm", "team", "project", "user")
                                .map(token -> "label_replace(-1 * (count(ticrypt_up{OWN}) > bool 0), \"token\", \""
                                        + token + "\", \"\", \"\")"))
                .map(Exporter::own)
                .collect(Collectors.joining("\n  or on (token)\n"));
    }

    private static Row quality() {
        return Row.open(
                "Is it whole?",
                Panel.graph("Objects read", """
                                How many elements each list had, by route and realm. From the latest good answers. A sudden fall is far
                                more often a broken answer than so many fewer VMs.
                                """, Look.count().with("min", 0).empty("nothing was ever read"))
                        .query("{{api}} {{realm}}", own("max by (api, realm) (ticrypt_objects{OWN})")),
                Panel.graph(
                                "Fields and elements not understood",
                                """
                                What was dropped or counted as other within an hour, by route and kind. From the exporter's parser. Most
                                often the backend was upgraded; report what the log says.
                                """,
                                Look.count()
                                        .with("custom.drawStyle", "bars")
                                        .with("min", 0)
                                        .empty("none"))
                        .query("{{api}} {{kind}}", own("""
                                sum by (api, kind) (increase(ticrypt_parse_anomalies_total{OWN}[1h])) > 0
                                """)),
                Panel.table("Withheld families", """
                                How many metric families are not shown, since this route has no data that is fresh enough: why panels
                                are empty. From the exporter. They come back with the next good read.
                                """, "none")
                        .label("api", "Route")
                        .label("realm", "Realm")
                        .column("Families", own("""
                                max by (site, api, realm) (ticrypt_withheld_families{OWN}) > 0
                                """), Look.count())
                        .sortedBy("Families", true)
                        .size(8, 7),
                Panel.table("Not attributed", """
                                VMs and drives without team, host or sizes, and references to objects that no list has. From comparing
                                the lists. Hosts that are not known go into the inventory; the rest is for tiCrypt to mend.
                                """, "all are")
                        .label("realm", "Realm", Look.difference().width(90))
                        .label("kind", "What", Look.difference().width(230))
                        .column("Objects", own("""
                                max by (site, realm, kind) (ticrypt_unattributed{OWN}) > 0
                                  or
                                max by (site, kind) (ticrypt_dangling_references{OWN}) > 0
                                """), Look.count().width(90))
                        .sortedBy("Objects", true)
                        .size(10, 7),
                Panel.stat(
                                "Clock of tiCrypt, ahead by",
                                """
                                The backend's clock less the exporter's. From the Date header of the latest answer. Beyond
                                ${TicryptClockSkew.seconds} seconds ages are wrong by as much: see to NTP on both.
                                """,
                                Look.seconds()
                                        .with("decimals", 0)
                                        .bands(
                                                Colour.WARNING,
                                                new Threshold(-MAX_SKEW_SECONDS, Colour.GOOD),
                                                new Threshold(MAX_SKEW_SECONDS, Colour.WARNING))
                                        .empty("not known"))
                        .query("skew", own("max(ticrypt_clock_skew_seconds{OWN})"))
                        .size(6, 7));
    }
}
