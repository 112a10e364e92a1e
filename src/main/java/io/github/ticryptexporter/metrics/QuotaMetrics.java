package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.OwnerQuotas;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What quotas come to: how near owners are to their teams' per-user limits, and what all teams were promised. */
final class QuotaMetrics {

    private static final Set<Api> TEAMS_AND_USE = Set.of(Api.TEAMS, Api.VMS, Api.DRIVES);
    private static final Set<Api> QUOTAS = Set.of(Api.TEAMS, Api.TEAM_QUOTAS);

    private static final String PER_USER =
            "TeamInfo.perUserQuotas; VirtualMachine.owner, .ownerType, .resources; DriveInfo.owner, .capacity";

    private QuotaMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge(
                                "ticrypt_team_user_quota_utilization_max_ratio",
                                "Highest share of the per-user limit that one owner of the team's polled VMs or drives takes.")
                        .labels("team", "resource")
                        .foldsBy(Folding.NONE)
                        .from(PER_USER)
                        .site(TEAMS_AND_USE, perLimit(OwnerQuotas.Fill::highestRatio))
                        .build(),
                gauge(
                                "ticrypt_team_users_at_quota",
                                "Owners of the team's polled VMs or drives who are at or above its per-user limit.")
                        .labels("team", "resource")
                        .foldsBy(Folding.SUM)
                        .from(PER_USER)
                        .site(TEAMS_AND_USE, perLimit(fill -> (double) fill.ownersAtLimit()))
                        .build(),
                gauge("ticrypt_quota_promised_cores", "Cores that the polled quotas of all teams allow together.")
                        .from("TeamInfo.teamQuotas.cores")
                        .site(QUOTAS, sum(Quota::cores))
                        .build(),
                gauge(
                                "ticrypt_quota_promised_memory_bytes",
                                "Memory that the polled quotas of all teams allow together.")
                        .from("TeamInfo.teamQuotas.memory")
                        .site(QUOTAS, sum(Quota::memoryBytes))
                        .build(),
                gauge(
                                "ticrypt_quota_promised_storage_bytes",
                                "Storage that the polled quotas of all teams allow together, by type.")
                        .labels("storage")
                        .from("TeamInfo.teamQuotas.storage")
                        .site(QUOTAS, sums(Quota::storageBytes))
                        .build(),
                gauge(
                                "ticrypt_quota_promised_devices",
                                "Devices that the polled quotas of all teams allow together, by type.")
                        .labels("device")
                        .from("TeamInfo.teamQuotas.devices")
                        .site(QUOTAS, sums(Quota::devices))
                        .build(),
                gauge("ticrypt_teams_unlimited", "Teams whose polled quota sets no limit, by resource.")
                        .labels("resource")
                        .from("TeamInfo.teamQuotas")
                        .site(QUOTAS, unlimited("cores", quota -> quota.cores() == null))
                        .site(QUOTAS, unlimited("memory", quota -> quota.memoryBytes() == null))
                        .site(
                                QUOTAS,
                                unlimited(
                                        "storage", quota -> quota.storageBytes().isEmpty()))
                        .site(
                                QUOTAS,
                                unlimited("devices", quota -> quota.devices().isEmpty()))
                        .build());
    }

    /** One row for each per-user limit of each team; none where the number is null. */
    private static Family.SiteRows perLimit(Function<OwnerQuotas.Fill, @Nullable Double> number) {
        return (picture, rows) -> {
            for (TeamInfo team : picture.teams()) {
                fills(picture, team).forEach((resource, fill) -> {
                    Double value = number.apply(fill);
                    if (value != null) {
                        rows.set(value, team.id(), resource);
                    }
                });
            }
        };
    }

    private static Map<String, OwnerQuotas.Fill> fills(Picture picture, TeamInfo team) {
        return picture.findings().ownerQuotas().getOrDefault(team.id(), Collections.emptySortedMap());
    }

    private static Family.SiteRows sum(Function<Quota, @Nullable Long> limit) {
        return (picture, rows) -> {
            rows.set(0);
            for (Quota quota : picture.findings().quotas().values()) {
                Long promised = limit.apply(quota);
                rows.add(promised == null ? 0 : promised);
            }
        };
    }

    private static Family.SiteRows sums(Function<Quota, Map<String, Long>> limits) {
        return (picture, rows) -> picture.findings()
                .quotas()
                .values()
                .forEach(quota -> limits.apply(quota).forEach((type, limit) -> rows.add(limit, type)));
    }

    private static Family.SiteRows unlimited(String resource, Predicate<Quota> isUnlimited) {
        return (picture, rows) -> rows.set(
                picture.findings().quotas().values().stream()
                        .filter(isUnlimited)
                        .count(),
                resource);
    }
}
