package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

/** The row of the exporter's page on tiCrypt's API: how much is asked, how much fails, how long it takes. */
final class Requests {
    private Requests() {}

    static Row row() {
        return Row.open(
                "tiCrypt's API",
                Panel.graph(
                                "Answers by code",
                                """
                                What tiCrypt answers, by route and status code; codes that do not come are left out. From the exporter's
                                requests. 401 and 403 are tokens, 5xx the backend, 429 a limit of requests.
                                """,
                                Look.of("reqps").with("min", 0).empty("no requests"))
                        .query("{{api}} {{code}}", Exporter.own("""
                                sum by (api, code) (rate(ticrypt_api_responses_total{OWN}[$__rate_interval])) > 0
                                """)),
                Panel.graph(
                                "Share of errors",
                                """
                                The share of answers that are errors, by route, without look-ups of single projects, whose 404 is an
                                answer. From the exporter's requests. The line is where an alert fires.
                                """,
                                Bands.lines(Look.share()
                                                .bands(Colour.GOOD, at("TicryptApiErrorsHigh.ratio", Colour.WARNING)))
                                        .range(0, 1)
                                        .empty("no requests"))
                        .query("{{api}}", Exporter.own("""
                                sum by (api) (rate(ticrypt_api_responses_total{OWN,code!~"2..",api!="project"}[$__rate_interval]))
                                  /
                                (sum by (api) (rate(ticrypt_api_responses_total{OWN,api!="project"}[$__rate_interval])) > 0)
                                """)),
                Panel.graph(
                                "Failed reads by reason",
                                """
                                Reads that came to nothing within an hour, by route and reason, connections that never were included.
                                From the exporter's polls. The reason says where to look: tokens, network, backend, or an answer that is
                                no list.
                                """,
                                Look.count()
                                        .with("custom.drawStyle", "bars")
                                        .with("min", 0)
                                        .empty("none"))
                        .query("{{api}} {{reason}}", Exporter.own("""
                                sum by (api, reason) (increase(ticrypt_poll_failures_total{OWN}[1h])) > 0
                                """)),
                Panel.graph(
                                "Duration of requests",
                                """
                                The middle and the slowest twentieth of requests within 15 minutes, by route, connect to last byte. From
                                the exporter's requests. Polls are seldom, so shorter times have too few.
                                """,
                                Look.seconds().with("min", 0).empty("no requests"))
                        .query("{{api}} 50 %", quantile("0.5"))
                        .query("{{api}} 95 %", quantile("0.95")),
                Panel.graph(
                                "Duration of polls, of their interval",
                                """
                                How much of the time between two polls the latest one took, reading and parsing together. From the
                                exporter's polls. At the line an alert fires: poll less often, or ask why the backend is slow.
                                """,
                                Bands.lines(Look.share()
                                                .bands(
                                                        Colour.GOOD,
                                                        at("TicryptPollOverrun.interval_ratio", Colour.WARNING)))
                                        .with("min", 0)
                                        .empty("no polls"))
                        .query("{{api}}", Exporter.own("""
                                max by (api) (ticrypt_poll_duration_seconds{OWN})
                                  /
                                max by (api) (ticrypt_poll_interval_seconds{OWN})
                                """)),
                Panel.graph("Size of answers", """
                                How large the latest good answer of each route was, unpacked. From the exporter's requests. Lists come
                                whole, so this grows with the site.
                                """, Look.bytes().with("min", 0).empty("no answers"))
                        .query("{{api}}", Exporter.own("max by (api) (ticrypt_response_bytes{OWN})")));
    }

    private static String quantile(String quantile) {
        return Exporter.own("""
                histogram_quantile(
                  %s,
                  sum by (api, le) (increase(ticrypt_api_request_duration_seconds_bucket{OWN}[15m]))
                )
                """.formatted(quantile));
    }
}
