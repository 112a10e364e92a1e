package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;

/** What there is, what is promised, what is left, and when it is full. */
final class Overview {
    static final Link HOSTS = Link.to("ticrypt-hosts", "Realms and hosts");
    private static final Link EXPORTER = Link.to("ticrypt-exporter", "Exporter and API");
    private static final Link TEAMS = Link.to("ticrypt-teams", "Teams and quotas");
    private static final Link TEAM = Link.to("ticrypt-team", "This team");

    private Overview() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-overview",
                "Capacity overview",
                "How much is there, what is promised of it, what is left, and when is it full? For who plans capacity; the first page for everybody.",
                new Dashboard.View("now-7d", "1m"),
                List.of(Variable.DATASOURCE, Variable.SITE, Variable.REALM, Variable.TOP),
                List.of(Annotation.alerts(",realm=~\"$realm|\""), Annotation.versions(""), Annotation.limits()),
                List.of(picture(), Headroom.row(), promises(), trend(), users()));
    }

    private static Row picture() {
        return Row.open(
                "Is the picture true?",
                Freshness.panel(),
                Panel.stat(
                                "Sources failing",
                                """
                                Routes of tiCrypt's API whose latest read failed, realm by realm. From the exporter's own polls. If
                                any, open the page on the exporter, which says which and why.
                                """,
                                Look.count()
                                        .bands(Colour.GOOD, at(1, Colour.BAD))
                                        .empty("no exporter")
                                        .link(EXPORTER))
                        .query("failing", """
                                count(max by (site, realm, api) (ticrypt_up{site=~"$site"}) == 0)
                                  or
                                0 * count(ticrypt_up{site=~"$site"})
                                """)
                        .size(4, 4),
                Panel.stat(
                                "VMs placed",
                                """
                                The share of VMs that run on a host whose size is known: how far to trust what is said of hosts. From
                                the VMs' addresses and the exporter's inventory. Hosts that are missing are listed by the exporter's
                                command check --live.
                                """,
                                Look.share()
                                        .bands(
                                                Colour.WARNING,
                                                new Threshold(
                                                        1 - Numbers.number("TicryptInventoryGap.ratio"), Colour.GOOD))
                                        .words(Mapping.nothing("no VMs"))
                                        .empty("not known"))
                        .query("placed", """
                                1
                                  - sum(max by (site, realm, kind) (ticrypt_unattributed{site=~"$site",realm=~"$realm",kind=~"vm_host_unknown|vm_host_without_capacity"}))
                                  / sum(max by (site, realm, owner_type) (ticrypt_vms{site=~"$site",realm=~"$realm"}))
                                """)
                        .size(4, 4),
                Panel.stat(
                                "Inventory",
                                """
                                How many hosts are known with their size. From the section inventory of the exporter's configuration.
                                Without any, tiCrypt does not tell how large hosts are, so that their saturation is not watched and
                                panels on it are empty: see the example configuration.
                                """,
                                Look.of("none")
                                        .with("decimals", 0)
                                        .bands(Colour.UNKNOWN, at(1, Colour.NEUTRAL))
                                        .words(Mapping.value(0, "No inventory: hosts not watched", Colour.UNKNOWN))
                                        .empty("no exporter"))
                        .query("hosts", """
                                count(max by (site, realm, host) (ticrypt_host_memory_capacity_bytes{site=~"$site",realm=~"$realm"}))
                                  or
                                0 * count(ticrypt_up{site=~"$site"})
                                """)
                        .size(6, 4),
                Panel.stat(
                                "Alerts firing",
                                """
                                Alerts of tiCrypt's rules that fire now, by severity, for the chosen realms and for none in particular.
                                From Prometheus. Critical ones want somebody now, warnings today.
                                """,
                                Look.count().colour(Colour.NEUTRAL).empty("none"))
                        .query("{{severity}}", """
                                count by (severity) (ALERTS{alertstate="firing",alertname=~"Ticrypt.*",severity!="none",site=~"$site",realm=~"$realm|"})
                                """)
                        .colours(Bands.SEVERITIES)
                        .size(6, 4));
    }

    private static Row promises() {
        return Row.open(
                "Quotas and alerts",
                Panel.bars(
                                "Quotas per owned",
                                """
                                The limits of all teams together, as a share of what the inventory has; vCPUs count
                                ${host.vcpu_overcommit} times. From team quotas and the inventory. Above 100 % teams rely on not peaking
                                together; above ${TicryptQuotaOversold.factor} times it is told. How much storage there is, nobody
                                knows.
                                """,
                                Look.share()
                                        .bands(
                                                Colour.GOOD,
                                                at(1, Colour.NOTICE),
                                                at("TicryptQuotaOversold.factor", Colour.WARNING))
                                        .range(0, Numbers.number("TicryptQuotaOversold.factor"))
                                        .empty("no inventory, or no limits")
                                        .link(TEAMS))
                        .query("{{resource}} {{type}}", """
                                max by (resource, type) (resource_type:ticrypt_quota_promised_per_owned:ratio{site=~"$site"})
                                """)
                        .size(8, 5),
                Panel.stat(
                                "Teams without a limit",
                                """
                                Teams that may take whatever there is, by resource. From team quotas. While there are any, what is
                                promised has no bound.
                                """,
                                Bands.NONE_WANTED.empty("not known").link(TEAMS))
                        .query("{{resource}}", """
                                sum by (resource) (max by (site, resource) (ticrypt_teams_unlimited{site=~"$site"}))
                                """)
                        .option("textMode", "value_and_name")
                        .option("orientation", "vertical")
                        .size(6, 5),
                Panel.alerts("Firing tiCrypt alerts", """
                                The same alerts by name, by severity. From Grafana's list, which has those of a Prometheus when its data
                                source may manage alerts. Each names its page of advice.
                                """, "{alertname=~\"Ticrypt.*\",severity!=\"none\"}")
                        .option("groupBy", List.of("severity"))
                        .size(10, 5));
    }

    private static Row trend() {
        return Row.open(
                "Where is it going?",
                Panel.table("Memory of realms, and when it is full", """
                                What is given away now, and when that reaches what hosts have if weekly peaks go on growing as in the
                                last ${forecast.long_window} and in the last ${forecast.short_window}. From the records of forecasts,
                                which want ${forecast.long_history} and ${forecast.short_history} of data. Two answers that differ much
                                are no trend. Ordering hosts takes weeks.
                                """, "no inventory")
                        .label("realm", "Realm", Look.difference().link(HOSTS.carryingOfRow("realm")))
                        .column("Given away", """
                                max by (site, realm) (realm:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm"})
                                """, Bands.gauge(Bands.SATURATION))
                        .column("Owned", """
                                max by (site, realm) (realm:ticrypt_host_memory_capacity_bytes:sum{site=~"$site",realm=~"$realm"})
                                """, Look.bytes())
                        .column("Full in (long trend)", Hosts.FULL_LONG, Bands.coloured(Bands.TIME_LEFT))
                        .column("Full in (last days)", Hosts.FULL_SHORT, Bands.coloured(Bands.TIME_LEFT))
                        .sortedBy("Given away", true)
                        .size(24, 5),
                Panel.graph(
                                "Memory: given away, promised, owned",
                                """
                                What VMs have, what team limits add up to and what hosts have, for the whole site. From VM sizes, team
                                quotas and the inventory. When the first line nears the last, hosts are short; when the second is far
                                above it, quotas are.
                                """,
                                Look.bytes().with("min", 0).empty("not known"))
                        .query("given away", """
                                sum(max by (site, realm) (ticrypt_realm_memory_allocated_bytes{site=~"$site"}))
                                """)
                        .query("promised", """
                                sum(resource_type:ticrypt_quota_promised:max{site=~"$site",resource="memory"})
                                """)
                        .query("owned", """
                                sum(resource_type:ticrypt_quota_owned:sum{site=~"$site",resource="memory"})
                                """, Bands.limit())
                        .size(12, 8),
                Panel.graph(
                                "Memory, and what is expected in 30 days",
                                """
                                Weekly peaks of what is given away; dashed, at each time, what the trend of the ${forecast.long_window}
                                before it expects 30 days later; and what hosts have. From the records of forecasts: nothing is expected
                                from fewer than ${forecast.long_history} of data. Where the dashed line crosses the thick one, order.
                                """,
                                Look.bytes().with("min", 0).empty("no inventory, or less than a week of data"))
                        .query("{{realm}}", """
                                max by (site, realm) (realm:ticrypt_host_memory_allocated_bytes:sum_peak{site=~"$site",realm=~"$realm"})
                                """)
                        .query("{{realm}} in 30 days", """
                                predict_linear(
                                  realm:ticrypt_host_memory_allocated_bytes:sum_peak{site=~"$site",realm=~"$realm"}[${forecast.long_window}:${forecast.step}],
                                  ${dashboards.projection_seconds}
                                )
                                  and
                                last_over_time(
                                  realm:ticrypt_host_memory_allocated_bytes:sum_peak[${forecast.jump}:${forecast.step}]
                                    offset ${forecast.long_history}
                                )
                                """, Bands.expected())
                        .query("{{realm}} owned", """
                                max by (site, realm) (realm:ticrypt_host_memory_capacity_bytes:sum{site=~"$site",realm=~"$realm"})
                                """, Bands.limit())
                        .size(12, 8),
                Lifecycle.space("Drive space by state", """
                                Sizes of drives by their state: Ready ones are attached to nothing, ReadWrite and ReadOnly ones to VMs.
                                From the list of drives; promised, not written. When the whole grows and the attached part does not,
                                look at what is idle.
                                """).size(12, 8),
                Panel.stat(
                                "Drive space",
                                """
                                The sizes of all drives together, as they were made: promised, not written, since drives take space only
                                as they fill. From the list of drives. How much storage there is, tiCrypt does not tell.
                                """,
                                Look.bytes().colour(Colour.NEUTRAL).empty("not known"))
                        .query("drives", """
                                sum(max by (site, realm, state) (ticrypt_drives_capacity_bytes{site=~"$site",realm=~"$realm"}))
                                """)
                        .size(4, 8),
                Panel.bars(
                                "Not attached for",
                                """
                                Sizes of drives that nothing has had attached for so long; each bar holds the ones below it. From the
                                list of drives, for all teams together. What nobody missed for a year can be archived: ask its team.
                                """,
                                Look.bytes()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("not known"))
                        .query("{{idle}}", """
                                sort_desc(sum by (idle) (max by (site, realm, idle) (ticrypt_drives_idle_capacity_bytes{site=~"$site",realm=~"$realm"})))
                                """)
                        .size(8, 8));
    }

    private static Row users() {
        return Row.open(
                "Who uses it",
                Panel.bars(
                                "Largest teams by memory",
                                """
                                The teams whose VMs have most memory now. From VM sizes. A bar opens its team.
                                """,
                                Look.bytes()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("no VMs")
                                        .link(TEAM.carrying("team")))
                        .query("{{name}}", "sort_desc(" + Names.join("""
                                topk($topk, sum by (site, team) (team_resource_type:ticrypt_team_used:max{site=~"$site",resource="memory"}) > 0)
                                """) + ")")
                        .size(12, 10),
                Panel.table(
                                "Largest growth of drives in ${forecast.long_window}",
                                """
                                The teams whose drives grew most in ${forecast.long_window}, in bytes. From the list of drives. Empty
                                until there is so much history. A row opens its team.
                                """,
                                "no growth, or less than ${forecast.long_window} of data")
                        .label("name", "Team", Look.difference().width(300).link(TEAM.carryingOfRow("team")))
                        .hidden("team")
                        .column("Growth", Names.join("""
                                topk(
                                  $topk,
                                  sum by (site, team) (team_resource_type:ticrypt_team_used:max{site=~"$site",resource="storage"})
                                    - sum by (site, team) (team_resource_type:ticrypt_team_used:max{site=~"$site",resource="storage"} offset ${forecast.long_window})
                                    > 0
                                )
                                """), Look.bytes().width(110))
                        .sortedBy("Growth", true)
                        .size(12, 10));
    }
}
