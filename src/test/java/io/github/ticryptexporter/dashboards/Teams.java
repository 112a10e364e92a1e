package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;

/** Who is at a limit, who will be, and who could do with less. */
final class Teams {
    static final Link TEAM = Link.to("ticrypt-team", "This team");

    private static final String PEAK =
            "team_resource_type:ticrypt_team_used_per_limit:ratio_long_peak{site=~\"$site\",resource=~\"$resource\",team=~\"$team\"}";

    /** The rows that the largest site's page has room for. */
    private static final String FULLEST = """
            topk(
              10 * $topk,
              max by (site, team, resource, type) (team_resource_type:ticrypt_team_quota:rank{site=~"$site",resource=~"$resource",team=~"$team"})
            )""";

    private static final String NEXT = """
            bottomk($topk, team_resource_type:ticrypt_team_exhaustion:seconds_long_fit{site=~"$site",team=~"$team"})""";

    private Teams() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-teams",
                "Teams and quotas",
                "Which teams are at their limits, which will be, and which could do with less? For administrators and who plans capacity.",
                new Dashboard.View("now-7d", ""),
                List.of(Variable.DATASOURCE, Variable.SITE, Variable.RESOURCE, Variable.teams(), Variable.TOP),
                List.of(Annotation.alerts(",team!=\"\",team=~\"$team\""), Annotation.limits()),
                List.of(summary(), quotas(), forecasts(), Housekeeping.row()));
    }

    private static Row summary() {
        return Row.open(
                "Teams by their fullest quota",
                Freshness.panel(),
                band(
                        "Above their limit",
                        "exceeded",
                        "more than the limit allows: the limit was lowered, or their VMs do not count in tiCrypt",
                        Colour.BEYOND),
                band("Full", "full", "all of it, often on purpose", Colour.BAD),
                band(
                        "Nearly full",
                        "almost_full",
                        "${TicryptTeamQuotaAlmostFull.ratio} of it and more, of storage ${TicryptTeamQuotaAlmostFull.storage_ratio}",
                        Colour.WARNING),
                band("Within", "within", "less than that", Colour.GOOD),
                band("No limit at all", "unlimited", "what they like: they have no limit on anything", Colour.NEUTRAL));
    }

    private static Panel band(String title, String band, String use, Colour colour) {
        return Panel.stat(
                        title,
                        "How many teams use, of the quota that they use most of, " + use
                                + ". From the records on quotas, for all resources whatever is chosen above. The table below has them.",
                        Look.count()
                                .bands(Colour.UNKNOWN, at(1, colour))
                                .empty("not known")
                                .link(Link.to("ticrypt-teams", "The table of all teams")))
                .query("teams", inBand(band))
                .size(4, 4);
    }

    private static String inBand(String band) {
        return """
                sum(band:ticrypt_team_quota:count{site=~"$site",band="%s"})
                  or
                0 * sum(band:ticrypt_team_quota:count{site=~"$site"})
                """.formatted(band);
    }

    private static Row quotas() {
        return Row.open(
                "Quotas",
                Panel.table("Quotas, the fullest first", """
                                What is used of a team's limit, in numbers for cores and devices, in bytes for memory and storage; ten
                                times as many rows as Top says. From VM and drive sizes and team quotas; stopped VMs use nothing. A row
                                opens its team.
                                """, "no teams known")
                        .label("name", "Team", Look.difference().width(310).link(TEAM.carryingOfRow("team")))
                        .label("resource", "Resource", Look.difference().width(110))
                        .label("type", "Type", Look.difference().width(110))
                        .hidden("team")
                        .column(
                                "Used of limit",
                                FULLEST,
                                Bands.gauge(Bands.QUOTA.words(
                                                Mapping.notANumber("no limit"),
                                                Mapping.from(
                                                        Numbers.number("quota.forbidden_ratio"),
                                                        "limit is 0",
                                                        Colour.BEYOND)))
                                        .width(200))
                        .column(
                                "Used",
                                used("cores|devices"),
                                Look.count().width(90).empty(""))
                        .column(
                                "Limit",
                                limit("cores|devices"),
                                Look.count().width(90).empty("").words(Mapping.notANumber("no limit")))
                        .column(
                                "Used bytes",
                                used("memory|storage"),
                                Look.bytes().width(115).empty(""))
                        .column(
                                "Limit bytes",
                                limit("memory|storage"),
                                Look.bytes().width(115).empty("").words(Mapping.notANumber("no limit")))
                        .sortedBy("Used of limit", true)
                        .size(24, 11),
                Panel.graph(
                                "Teams by band over time",
                                """
                                The numbers at the top of this page, over time. From the records on quotas. A growing upper part means
                                that limits are outgrown.
                                """,
                                Bands.stacked(Look.count()).with("min", 0).empty("not known"))
                        .query("no limit at all", inBand("unlimited"))
                        .query("within", inBand("within"))
                        .query("nearly full", inBand("almost_full"))
                        .query("full", inBand("full"))
                        .query("above their limit", inBand("exceeded"))
                        .colours(Bands.QUOTA_BANDS)
                        .size(14, 8),
                Panel.table("Limits of storage that is not drives", """
                                Vaults and the like, the largest limits, ten times as many as Top says. From team quotas. What teams use of them, tiCrypt's API does not
                                tell: ask the storage itself.
                                """, "no such limits")
                        .label("name", "Team", Look.difference().width(230).link(TEAM.carryingOfRow("team")))
                        .label("type", "Storage", Look.difference().width(100))
                        .hidden("team")
                        .column("Limit", Names.join("""
                                topk(
                                  10 * $topk,
                                  max by (site, team, type) (team_resource_type:ticrypt_team_limit:max{site=~"$site",team=~"$team",resource="storage",type!="drives"})
                                )
                                """), Look.bytes().width(100))
                        .sortedBy("Limit", true)
                        .size(10, 8));
    }

    private static String used(String resources) {
        return Names.join("""
                max by (site, team, resource, type) (
                  team_resource_type:ticrypt_team_used:max{site=~"$site",resource=~"$resource",resource=~"%s",team=~"$team"}
                )
                  and
                %s
                """.formatted(resources, FULLEST));
    }

    private static String limit(String resources) {
        return """
                max by (site, team, resource, type) (
                  team_resource_type:ticrypt_team_limit:max{site=~"$site",resource=~"$resource",resource=~"%1$s",team=~"$team"}
                    or
                  NaN * team_resource_type:ticrypt_team_used:max{site=~"$site",resource=~"$resource",resource=~"%1$s",team=~"$team"}
                )
                  and
                %2$s
                """.formatted(resources, FULLEST);
    }

    private static Row forecasts() {
        return Row.open(
                "Next to run out",
                Panel.table("Drives full soonest", """
                                When a team's drives reach their limit if they go on growing as in the last ${forecast.long_window}, and
                                as in the last ${forecast.short_window}. From the records of forecasts, which want
                                ${forecast.long_history} of data. Where the two differ by more than ${dashboards.fits_agree_factor}
                                times there is no trend. Teams that do not grow are not listed.
                                """, "none is growing, or there is too little history")
                        .label("name", "Team", Look.difference().width(180).link(TEAM.carryingOfRow("team")))
                        .hidden("team")
                        .column(
                                "Full in (long trend)",
                                Names.join("max by (site, team) (" + NEXT + ")"),
                                Bands.coloured(Bands.TIME_LEFT).width(165))
                        .column(
                                "Full in (last days)",
                                ofNext("""
                                team_resource_type:ticrypt_team_exhaustion:seconds_short_fit
                                """),
                                Bands.coloured(Bands.TIME_LEFT.empty("not growing"))
                                        .width(145))
                        .column(
                                "Trend",
                                ofNext("""
                                (
                                  team_resource_type:ticrypt_team_exhaustion:seconds_long_fit
                                    <= bool
                                  ${dashboards.fits_agree_factor} * team_resource_type:ticrypt_team_exhaustion:seconds_short_fit
                                )
                                  *
                                (
                                  team_resource_type:ticrypt_team_exhaustion:seconds_short_fit
                                    <= bool
                                  ${dashboards.fits_agree_factor} * team_resource_type:ticrypt_team_exhaustion:seconds_long_fit
                                )
                                """),
                                Bands.coloured(Look.count()
                                        .width(75)
                                        .empty("unsure")
                                        .words(
                                                Mapping.value(1, "steady", Colour.GOOD),
                                                Mapping.value(0, "unsure", Colour.UNKNOWN))))
                        .column(
                                "Used of limit",
                                ofNext("""
                                team_resource_type:ticrypt_team_used_per_limit:ratio{resource="storage"}
                                """),
                                Bands.gauge(Bands.QUOTA).width(130))
                        .sortedBy("Full in (long trend)", false)
                        .size(15, 10),
                Panel.bars(
                                "Highest peaks of ${forecast.long_window}",
                                """
                                The most that was used of a limit in ${forecast.long_window}. From the records of peaks. Beside
                                what is used now it tells a team that comes and goes from one that grows. A bar opens its team.
                                """,
                                Bands.QUOTA.range(0, 1.2).empty("no limits").link(TEAM.carrying("team")))
                        .query(
                                "{{resource}} {{type}} {{name}}",
                                "sort_desc(" + Names.join("topk($topk, " + PEAK + ")") + ")")
                        .size(9, 10),
                Panel.table("Hardly used limits", """
                                Teams that in ${forecast.long_window} never used more than ${dashboards.over_provisioned_ratio} of a limit. From the records of peaks;
                                empty until there are ${forecast.long_history} of them. With these teams one can talk about less.
                                """, "none, or too little history")
                        .label("name", "Team", Look.difference().link(TEAM.carryingOfRow("team")))
                        .label("resource", "Resource")
                        .label("type", "Type")
                        .hidden("team")
                        .column("Highest peak", Names.join("""
                                bottomk(
                                  $topk,
                                  %s
                                    < ${dashboards.over_provisioned_ratio}
                                    and
                                  last_over_time(
                                    team_resource_type:ticrypt_team_used_per_limit:ratio_peak[${forecast.jump}:${forecast.step}]
                                      offset ${forecast.long_history}
                                  )
                                )
                                """.formatted(PEAK)), Bands.gauge(Bands.QUOTA))
                        .sortedBy("Highest peak", false)
                        .size(24, 7));
    }

    private static String ofNext(String expression) {
        return """
                max by (site, team) (
                  %s
                    and on (site, team, resource, type)
                  %s
                )
                """.formatted(expression.strip().indent(2).strip(), NEXT);
    }
}
