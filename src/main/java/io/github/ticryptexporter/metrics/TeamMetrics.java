package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;
import static io.github.ticryptexporter.metrics.Family.info;

import io.github.ticryptexporter.findings.TeamUse;
import io.github.ticryptexporter.findings.Use;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.TeamInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Teams, what they use and what they may. No limit is no series; a team with a limit has its used series too, zeros
 * included, and a team with neither use nor limit has none.
 */
final class TeamMetrics {

    private static final Set<Api> TEAMS = Set.of(Api.TEAMS);
    private static final Set<Api> TEAMS_AND_VMS = Set.of(Api.TEAMS, Api.VMS);
    private static final Set<Api> TEAMS_AND_DRIVES = Set.of(Api.TEAMS, Api.DRIVES);

    /** The only storage type whose use the API shows: vaults have a limit and no used. */
    private static final String DRIVES = "drives";

    private TeamMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_teams", "Teams in the latest poll.")
                        .from("TeamInfo.id")
                        .site(TEAMS, (picture, rows) -> rows.set(picture.teams().size()))
                        .build(),
                gauge("ticrypt_team_members", "Members of the team in the latest poll.")
                        .labels("team")
                        .foldsBy(Folding.SUM)
                        .from("TeamInfo.members")
                        .site(TEAMS, perTeam((picture, team) ->
                                (double) team.members().size()))
                        .build(),
                gauge("ticrypt_team_vms", "VMs of the team listed in the latest poll of every realm.")
                        .labels("team")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.team")
                        .site(TEAMS_AND_VMS, perTeam((picture, team) ->
                                (double) vms(picture, team).listed()))
                        .build(),
                gauge("ticrypt_team_drives", "Drives of the team in the latest poll, by state.")
                        .labels("team", "state")
                        .foldsBy(Folding.SUM)
                        .from("DriveInfo.team, .state")
                        .site(TEAMS_AND_DRIVES, TeamMetrics::drives)
                        .build(),
                gauge("ticrypt_team_cores_used", "vCPUs of the team's polled VMs that count against its quota.")
                        .labels("team")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.resources.vcpus")
                        .site(TEAMS_AND_VMS, used(Use::vcpus, Quota::cores))
                        .build(),
                gauge("ticrypt_team_cores_limit", "Cores that the team's polled quota allows; absent without a limit.")
                        .labels("team")
                        .foldsBy(Folding.LIMIT)
                        .from("TeamInfo.teamQuotas.cores")
                        .site(
                                TEAMS,
                                perTeam((picture, team) ->
                                        asDouble(picture.quota(team).cores())))
                        .build(),
                gauge("ticrypt_team_memory_used_bytes", "Memory of the team's polled VMs that count against its quota.")
                        .labels("team")
                        .foldsBy(Folding.USE)
                        .from("VirtualMachine.resources.memory")
                        .site(TEAMS_AND_VMS, used(Use::memoryBytes, Quota::memoryBytes))
                        .build(),
                gauge(
                                "ticrypt_team_memory_limit_bytes",
                                "Memory that the team's polled quota allows; absent without a limit.")
                        .labels("team")
                        .foldsBy(Folding.LIMIT)
                        .from("TeamInfo.teamQuotas.memory")
                        .site(
                                TEAMS,
                                perTeam((picture, team) ->
                                        asDouble(picture.quota(team).memoryBytes())))
                        .build(),
                gauge(
                                "ticrypt_team_storage_used_bytes",
                                "Capacity of the team's polled drives; the API does not show the use of vaults.")
                        .labels("team", "storage")
                        .foldsBy(Folding.USE)
                        .from("DriveInfo.capacity")
                        .site(TEAMS_AND_DRIVES, TeamMetrics::storageUsed)
                        .build(),
                gauge(
                                "ticrypt_team_storage_limit_bytes",
                                "Storage that the team's polled quota allows, by type; absent without a limit.")
                        .labels("team", "storage")
                        .foldsBy(Folding.LIMIT)
                        .from("TeamInfo.teamQuotas.storage")
                        .site(TEAMS, limits(Quota::storageBytes))
                        .build(),
                gauge(
                                "ticrypt_team_devices_used",
                                "Devices of the team's polled VMs that count against its quota, by type.")
                        .labels("team", "device")
                        .foldsBy(Folding.SUM)
                        .from("VirtualMachine.resources.devices")
                        .site(TEAMS_AND_VMS, TeamMetrics::devicesUsed)
                        .build(),
                gauge(
                                "ticrypt_team_devices_limit",
                                "Devices that the team's polled quota allows, by type; absent without a limit.")
                        .labels("team", "device")
                        .foldsBy(Folding.LIMIT)
                        .from("TeamInfo.teamQuotas.devices")
                        .site(TEAMS, limits(Quota::devices))
                        .build(),
                gauge("ticrypt_team_start_timestamp_seconds", "From when the polled team may use resources.")
                        .labels("team")
                        .foldsBy(Folding.NONE)
                        .from("TeamInfo.startDate")
                        .site(TEAMS, perTeam((picture, team) -> asDouble(team.startDate())))
                        .build(),
                gauge("ticrypt_team_end_timestamp_seconds", "Until when the polled team may use resources.")
                        .labels("team")
                        .foldsBy(Folding.NONE)
                        .from("TeamInfo.endDate")
                        .site(TEAMS, perTeam((picture, team) -> asDouble(team.endDate())))
                        .build(),
                info(
                                "ticrypt_team_info",
                                "Name of the polled team, from the configuration's aliases or, where the level allows, the API.")
                        .labels("team", "name")
                        .foldsBy(Folding.NONE)
                        .from("TeamInfo.name, labels.team-aliases")
                        .site(TEAMS, TeamMetrics::names)
                        .build(),
                gauge("ticrypt_alert_exempt", "Setting, not polled: teams that an alert leaves alone.")
                        .labels("team", "alert")
                        .foldsBy(Folding.NONE)
                        .from("alerts.exempt")
                        .site(TEAMS, TeamMetrics::exemptions)
                        .build());
    }

    private static void drives(Picture picture, Rows rows) {
        picture.teams()
                .forEach(team -> ofDrives(picture, team)
                        .byState()
                        .forEach((state, drives) -> rows.set(drives, team.id(), state.label())));
    }

    private static void storageUsed(Picture picture, Rows rows) {
        for (TeamInfo team : picture.teams()) {
            long used = ofDrives(picture, team).capacityBytes();
            if (used > 0 || picture.quota(team).storageBytes().containsKey(DRIVES)) {
                rows.set(used, team.id(), DRIVES);
            }
        }
    }

    private static void devicesUsed(Picture picture, Rows rows) {
        for (TeamInfo team : picture.teams()) {
            Use use = vms(picture, team).counted();
            Map<String, Long> limits = picture.quota(team).devices();
            Set<String> types = new TreeSet<>(limits.keySet());
            types.addAll(use.devices().keySet());
            for (String type : types) {
                if (use.devices(type) > 0 || limits.containsKey(type)) {
                    rows.set(use.devices(type), team.id(), type);
                }
            }
        }
    }

    private static void names(Picture picture, Rows rows) {
        boolean all = picture.privacy().privacy().shows(PrivacyLevel.NAMED);
        for (TeamInfo team : picture.teams()) {
            String alias = picture.privacy().teamAliases().get(team.id());
            if (alias != null || all) {
                rows.set(1, team.id(), DisplayName.of(alias == null ? team.name() : alias));
            }
        }
    }

    /** Only teams of the list have rows, here too. */
    private static void exemptions(Picture picture, Rows rows) {
        Set<String> listed = picture.teams().stream().map(TeamInfo::id).collect(Collectors.toSet());
        picture.privacy().alertExemptions().stream()
                .filter(exemption -> listed.contains(exemption.team()))
                .forEach(exemption -> rows.set(1, exemption.team(), exemption.alert()));
    }

    private static TeamUse.OfVms vms(Picture picture, TeamInfo team) {
        return picture.findings().teamVms().getOrDefault(team.id(), TeamUse.OfVms.NONE);
    }

    private static TeamUse.OfDrives ofDrives(Picture picture, TeamInfo team) {
        return picture.findings().teamDrives().getOrDefault(team.id(), TeamUse.OfDrives.NONE);
    }

    private static @Nullable Double asDouble(@Nullable Long limit) {
        return limit == null ? null : limit.doubleValue();
    }

    private static @Nullable Double asDouble(@Nullable Instant time) {
        return time == null ? null : (Double) Seconds.of(time);
    }

    /** A number for a team; null for no row. */
    private interface TeamValue {
        @Nullable
        Double of(Picture picture, TeamInfo team);
    }

    private static Family.SiteRows perTeam(TeamValue value) {
        return (picture, rows) -> {
            for (TeamInfo team : picture.teams()) {
                Double number = value.of(picture, team);
                if (number != null) {
                    rows.set(number, team.id());
                }
            }
        };
    }

    private static Family.SiteRows used(ToLongFunction<Use> used, Function<Quota, @Nullable Long> limit) {
        return perTeam((picture, team) -> {
            long taken = used.applyAsLong(vms(picture, team).counted());
            return taken > 0 || limit.apply(picture.quota(team)) != null ? (Double) (double) taken : null;
        });
    }

    private static Family.SiteRows limits(Function<Quota, Map<String, Long>> limits) {
        return (picture, rows) -> picture.teams()
                .forEach(team ->
                        limits.apply(picture.quota(team)).forEach((type, limit) -> rows.set(limit, team.id(), type)));
    }
}
