package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;
import java.util.Map;

/** One team: what is left of its quotas, for how long, and what it used. */
final class Team {
    private static final String THIS = "site=~\"$site\",team=\"$team\"";

    private Team() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-team",
                "Team",
                "How much does this team have left, and for how long? For its principal investigator and for the support desk.",
                new Dashboard.View("now-30d", ""),
                List.of(Variable.DATASOURCE, Variable.SITE, Variable.oneTeam()),
                List.of(Annotation.alerts(",team=\"$team\""), Annotation.limitsOfTeam()),
                List.of(left(), use(), account()));
    }

    private static Row left() {
        return Row.open(
                "How much does ${team:text} have left?",
                Freshness.panel(),
                Panel.stat(
                                "Left",
                                """
                                What the team may still take: its limits less what its VMs and drives have now. Below zero it has more
                                than it may. From VM and drive sizes and the team's quota; stopped VMs take nothing.
                                """,
                                Look.count()
                                        .bands(Colour.BEYOND, at(0, Colour.NEUTRAL))
                                        .words(Mapping.nothing("no limit"))
                                        .empty("team not known"))
                        .query("cores", left("resource=\"cores\""))
                        .query(
                                "memory",
                                left("resource=\"memory\""),
                                Look.difference().with("unit", "bytes").with("decimals", 1))
                        .query(
                                "drives",
                                left("resource=\"storage\",type=\"drives\""),
                                Look.difference().with("unit", "bytes").with("decimals", 1))
                        .query("{{type}}", leftByType("resource=\"devices\""))
                        .option("textMode", "value_and_name")
                        .option("colorMode", "background_solid")
                        .size(14, 4),
                Panel.stat("Drives are full in", """
                                When the team's drives reach its limit if they go on growing as in the last ${forecast.long_window}.
                                From the record of forecasts, which wants ${forecast.long_history} of data. There is time to delete, to
                                archive or to ask for more.
                                """, Bands.TIME_LEFT)
                        .query("drives", """
                                min(team_resource_type:ticrypt_team_exhaustion:seconds_long_fit{%1$s})
                                  or
                                NaN * max(team_resource_type:ticrypt_team_used:max{%1$s,resource="storage"} offset ${forecast.long_history})
                                """.formatted(THIS))
                        .size(6, 4),
                Panel.gauge("Used", """
                                What is used of each limit, in the colours in which alerts are sent. From the same numbers. Without a
                                limit there is no share.
                                """, Bands.QUOTA)
                        .query("{{resource}} {{type}}", """
                                max by (resource, type) (team_resource_type:ticrypt_team_used_per_limit:ratio{%1$s})
                                  or
                                NaN * max by (resource, type) (
                                  team_resource_type:ticrypt_team_used:max{%1$s}
                                    unless
                                  team_resource_type:ticrypt_team_limit:max > 0
                                )
                                """.formatted(THIS))
                        .size(14, 5),
                Panel.stat(
                                "Access ends in",
                                """
                                The time until the team's end date in tiCrypt; below zero it has passed. From the list of teams. Ask for
                                an extension in time, or move what should stay.
                                """,
                                Look.of("dtdurations")
                                        .with("decimals", 0)
                                        .bands(
                                                Colour.BAD,
                                                at(0, Colour.WARNING),
                                                at("dashboards.ending_seconds", Colour.GOOD))
                                        .words(Mapping.nothing("open-ended"))
                                        .empty("open-ended"))
                        .query("access", """
                                max(ticrypt_team_end_timestamp_seconds{%s}) - time()
                                """.formatted(THIS))
                        .size(4, 5),
                Panel.alerts("Alerts of this team", """
                                What is told about this team now. From Grafana's list, which has the alerts of a Prometheus when its data
                                source may manage alerts. Each names its page of advice.
                                """, "{alertname=~\"Ticrypt.*\", team=\"$team\"}")
                        .size(6, 5));
    }

    /** Of a resource that is one number: not a number where there is no limit, be there any use or none. */
    private static String left(String resource) {
        return """
                max(
                  %s
                )
                  or
                NaN * max(ticrypt_team_members{%s})
                """.formatted(limitLessUse(resource).strip(), THIS);
    }

    /** By type; not a number where there is a use and no limit. */
    private static String leftByType(String resource) {
        return """
                max by (type) (
                  %s
                )
                  or
                NaN * max by (type) (team_resource_type:ticrypt_team_used:max{%s,%s})
                """.formatted(limitLessUse(resource), THIS, resource);
    }

    private static String limitLessUse(String resource) {
        return """
                team_resource_type:ticrypt_team_limit:max{%1$s,%2$s}
                    - (
                      team_resource_type:ticrypt_team_used:max{%1$s,%2$s}
                        or
                      0 * team_resource_type:ticrypt_team_limit:max{%1$s,%2$s}
                    )""".formatted(THIS, resource);
    }

    private static Row use() {
        return Row.open(
                "Use over time",
                useOf("Cores", "resource=\"cores\"", "", Look.count()),
                useOf("Memory", "resource=\"memory\"", "", Look.bytes()),
                useOf("Drives", "resource=\"storage\",type=\"drives\"", "", Look.bytes()),
                useOf("Devices", "resource=\"devices\"", "type", Look.count()),
                week());
    }

    /** One line for each value of the label, or one where it is empty. */
    private static Panel useOf(String title, String resource, String label, Look look) {
        String selector = "{" + THIS + "," + resource + "}";
        String max = label.isEmpty() ? "max" : "max by (" + label + ") ";
        String each = label.isEmpty() ? "" : " {{" + label + "}}";
        return Panel.graph(
                        title,
                        "What the team's VMs and drives have, and its limit, which is not drawn where there is none. From VM and drive sizes and the team's quota. Marks show when limits changed and alerts fired.",
                        look.with("min", 0).empty("nothing used, and no limit"))
                .query("used" + each, max + "(team_resource_type:ticrypt_team_used:max" + selector + ")")
                .query(
                        "limit" + each,
                        max + "(team_resource_type:ticrypt_team_limit:max" + selector + ")",
                        Bands.limit())
                .size(12, 6);
    }

    /** Each day of the last week is a line of its own, so that nights and weekends can be seen. */
    private static Panel week() {
        Panel panel = Panel.statusHistory(
                        "Cores, hour by hour, of the last week",
                        """
                        When the team works: the last 24 hours and the same hours of the six days before, one line each, the stronger
                        the colour the more cores. From VM sizes, whatever time is chosen above. Machines that are on all night may be forgotten ones.
                        """,
                        Look.count()
                                .with("color", Map.of("mode", "continuous-blues"))
                                .with("min", 0)
                                .empty("no VMs in the last week"))
                .option(
                        "legend",
                        Map.of("calcs", List.of(), "displayMode", "list", "placement", "bottom", "showLegend", false))
                .with("timeFrom", "24h")
                .with("maxDataPoints", 24)
                .size(24, 7);
        String used = "max_over_time(team_resource_type:ticrypt_team_used:max{" + THIS + ",resource=\"cores\"}[1h]";
        panel.query("last 24 h", "max(" + used + "))");
        for (int days = 1; days < 7; days++) {
            panel.query(days + " d before", "max(" + used + " offset " + days + "d))");
        }
        return panel;
    }

    private static Row account() {
        return Row.open(
                "What was used, and what is there",
                Panel.stat(
                                "Core-hours, device-hours and TiB-days",
                                """
                                What the team had in the chosen time, in hours and days. From VM and drive sizes. It is what was given to
                                the team, not what it computed, and no bill.
                                """,
                                Look.of("none")
                                        .with("decimals", 0)
                                        .colour(Colour.NEUTRAL)
                                        .empty("nothing used"))
                        .query("core-hours", hours("cores") + " / 3600")
                        .query("device-hours", hours("devices") + " / 3600")
                        .query("TiB-days of drives", hours("storage") + " / 1099511627776 / 86400")
                        .option("textMode", "value_and_name")
                        .size(12, 7),
                Panel.bars(
                                "Drives by state",
                                """
                                The team's drives: Ready ones are attached to nothing, ReadWrite and ReadOnly ones to VMs. From the list
                                of drives. One that is Initializing or Transferring for hours hangs: ask support.
                                """,
                                Look.count()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("no drives"))
                        .query("{{state}}", "sum by (state) (max by (site, state) (ticrypt_team_drives{" + THIS + "}))")
                        .colours(States.DRIVES)
                        .size(12, 7));
    }

    private static String hours(String resource) {
        return "sum(avg_over_time(team_resource_type:ticrypt_team_used:max{" + THIS + ",resource=\"" + resource
                + "\"}[$__range])) * $__range_s";
    }
}
