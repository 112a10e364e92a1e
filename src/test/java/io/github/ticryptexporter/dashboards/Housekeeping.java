package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

/** The row of the teams' page on what is to be cleared up with single teams. */
final class Housekeeping {
    /** Of the teams whose access ends, those with which it does so first or did so long ago. */
    private static final String ENDING = """
            bottomk(
              10 * $topk,
              max by (site, team) (ticrypt_team_end_timestamp_seconds{site=~"$site",team=~"$team",team!="other"}) - time()
                < ${dashboards.ending_seconds}
            )""";

    private Housekeeping() {}

    static Row row() {
        return Row.open(
                "Housekeeping",
                Panel.table("Access that ends", """
                                Teams whose end date is near or past, with what their VMs hold. From the list of teams and VM sizes.
                                Below zero and holding something: ask them, or stop their VMs. Storage is theirs until somebody decides.
                                """, "none soon")
                        .label("name", "Team", Look.difference().width(290).link(Teams.TEAM.carryingOfRow("team")))
                        .hidden("team")
                        .column(
                                "Ends in",
                                Names.join("""
                                %s
                                """.formatted(ENDING)),
                                Bands.coloured(Look.of("dtdurations")
                                        .width(120)
                                        .with("decimals", 0)
                                        .bands(Colour.BAD, at(0, Colour.WARNING))))
                        .column("Cores", ofEnding("cores"), Look.count().width(65))
                        .column("Devices", ofEnding("devices"), Look.count().width(75))
                        .sortedBy("Ends in", false)
                        .size(12, 8),
                Panel.table("Members at their own limit", """
                                How many members of a team use all that one member may have; who they are shows in tiCrypt alone. From
                                VM and drive sizes and per-user quotas. They are stuck though their team is not.
                                """, "none")
                        .label("name", "Team", Look.difference().width(250).link(Teams.TEAM.carryingOfRow("team")))
                        .label("resource", "Resource", Look.difference().width(100))
                        .hidden("team")
                        .column("Members", Names.join("""
                                topk(
                                  10 * $topk,
                                  max by (site, team, resource) (ticrypt_team_users_at_quota{site=~"$site",team=~"$team",team!="other"}) > 0
                                )
                                """), Look.count().width(90))
                        .sortedBy("Members", true)
                        .size(12, 8));
    }

    private static String ofEnding(String resource) {
        return """
                sum by (site, team) (team_resource_type:ticrypt_team_used:max{resource="%s"})
                  and on (site, team)
                %s
                """.formatted(resource, ENDING);
    }
}
