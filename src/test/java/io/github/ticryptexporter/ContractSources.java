package io.github.ticryptexporter;

import io.github.ticryptexporter.fleet.SourceId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract's answer to what each family of the fleet is computed from, as a table. */
final class ContractSources {
    /**
     * What each family, or each kind of one, is computed from, transcribed from the contract. A row of a realm needs that
     * realm's {@code vms}, {@code vm_configs} and {@code vm_images}; a row of the site, and a source with a star, those
     * of every realm.
     */
    private static final Map<String, Set<String>> SOURCES = sources("""
            ticrypt_unattributed{vm_no_team}                                 vms
            ticrypt_unattributed{vm_no_resources}                            vms
            ticrypt_unattributed{vm_host_unknown}                            vms
            ticrypt_unattributed{vm_host_without_capacity}                   vms
            ticrypt_unattributed{drive_no_team}                              drives
            ticrypt_dangling_references{drive_owner}                         drives users
            ticrypt_dangling_references{drive_team}                          drives teams
            ticrypt_dangling_references{drive_project}                       drives projects
            ticrypt_dangling_references{vm_owner}                            vms users
            ticrypt_dangling_references{vm_team}                             vms teams
            ticrypt_dangling_references{vm_project}                          vms projects
            ticrypt_dangling_references{vm_config}                           vms vm_configs
            ticrypt_dangling_references{vm_drive}                            vms drives
            ticrypt_vms                                                      vms
            ticrypt_vms_inactive                                             vms
            ticrypt_vms_shutting_down                                        vms
            ticrypt_vms_silent                                               vms
            ticrypt_vms_oldest_last_ping_timestamp_seconds                   vms
            ticrypt_vms_oldest_start_timestamp_seconds                       vms
            ticrypt_vms_uptime_over                                          vms
            ticrypt_vms_by_protocol                                          vms
            ticrypt_vms_quota_exempt                                         vms
            ticrypt_realm_vcpus_allocated                                    vms
            ticrypt_realm_memory_allocated_bytes                             vms
            ticrypt_realm_devices_allocated                                  vms
            ticrypt_vms_placed                                               vms
            ticrypt_host_vms                                                 vms
            ticrypt_host_vcpus_allocated                                     vms
            ticrypt_host_memory_allocated_bytes                              vms
            ticrypt_host_devices_allocated                                   vms
            ticrypt_host_vcpus_capacity
            ticrypt_host_memory_capacity_bytes
            ticrypt_host_devices_capacity
            ticrypt_host_schedulable
            ticrypt_realm_largest_free_memory_bytes                          vms
            ticrypt_realm_largest_free_vcpus                                 vms
            ticrypt_realm_largest_free_devices                               vms
            ticrypt_realm_large_vm_memory_bytes
            ticrypt_vm_configs                                               vm_configs
            ticrypt_vm_configs_oldest_in_state_timestamp_seconds             vm_configs
            ticrypt_vm_config_inconsistent{running_without_vm}               vm_configs vms
            ticrypt_vm_config_inconsistent{vm_without_config}                vm_configs vms
            ticrypt_vm_config_inconsistent{vm_config_not_running}            vm_configs vms
            ticrypt_vm_config_inconsistent{vm_claimed_twice}                 vm_configs
            ticrypt_vm_config_inconsistent{pinned_elsewhere}                 vm_configs vms
            ticrypt_vm_images                                                vm_images
            ticrypt_vm_images_bytes                                          vm_images
            ticrypt_drives                                                   drives
            ticrypt_drives_capacity_bytes                                    drives
            ticrypt_drives_by_format                                         drives
            ticrypt_drives_with_snapshot                                     drives
            ticrypt_drives_oldest_state_change_timestamp_seconds             drives
            ticrypt_drives_idle                                              drives
            ticrypt_drives_idle_capacity_bytes                               drives
            ticrypt_drive_attachment_inconsistent{readwrite_without_writer}  drives
            ticrypt_drive_attachment_inconsistent{writer_not_active}         drives vms
            ticrypt_drive_attachment_inconsistent{readonly_without_reader}   drives
            ticrypt_drive_attachment_inconsistent{reader_not_active}         drives vms
            ticrypt_drive_attachment_inconsistent{ready_but_attached}        drives
            ticrypt_drive_attachment_inconsistent{writer_and_readers}        drives
            ticrypt_drive_attachment_inconsistent{vm_drive_missing}          drives vms
            ticrypt_drive_attachment_inconsistent{vm_drive_unacknowledged}   drives vms
            ticrypt_teams                                                    teams
            ticrypt_team_members                                             teams
            ticrypt_team_vms                                                 teams vms
            ticrypt_team_drives                                              teams drives
            ticrypt_team_cores_used                                          teams vms
            ticrypt_team_cores_limit                                         teams
            ticrypt_team_memory_used_bytes                                   teams vms
            ticrypt_team_memory_limit_bytes                                  teams
            ticrypt_team_storage_used_bytes                                  teams drives
            ticrypt_team_storage_limit_bytes                                 teams
            ticrypt_team_devices_used                                        teams vms
            ticrypt_team_devices_limit                                       teams
            ticrypt_team_user_quota_utilization_max_ratio                    teams vms drives
            ticrypt_team_users_at_quota                                      teams vms drives
            ticrypt_team_start_timestamp_seconds                             teams
            ticrypt_team_end_timestamp_seconds                               teams
            ticrypt_team_info                                                teams
            ticrypt_quota_promised_cores                                     teams
            ticrypt_quota_promised_memory_bytes                              teams
            ticrypt_quota_promised_storage_bytes                             teams
            ticrypt_quota_promised_devices                                   teams
            ticrypt_teams_unlimited                                          teams
            ticrypt_alert_exempt                                             teams
            ticrypt_projects                                                 projects
            ticrypt_projects_with_vms                                        projects vms
            ticrypt_projects_by_security_level                               projects
            ticrypt_users                                                    users
            ticrypt_users_deactivated                                        users
            ticrypt_users_by_role                                            users
            ticrypt_users_logged_in                                          users
            ticrypt_users_expiring                                           users
            ticrypt_users_risk{expired_active}                               users
            ticrypt_users_risk{never_escrowed}                               users
            ticrypt_users_risk{no_team}                                      users teams
            ticrypt_users_risk{stale_90d}                                    users
            ticrypt_users_hygiene                                            users
            ticrypt_inactive_owner_vms                                       users vms*
            ticrypt_inactive_owner_drives_capacity_bytes                     users drives
            ticrypt_vm_info                                                  vms
            ticrypt_vm_vcpus                                                 vms
            ticrypt_vm_memory_bytes                                          vms
            ticrypt_vm_start_timestamp_seconds                               vms
            ticrypt_vm_last_ping_timestamp_seconds                           vms
            ticrypt_vm_devices                                               vms
            ticrypt_drive_info                                               drives
            ticrypt_drive_capacity_bytes                                     drives
            ticrypt_drive_state                                              drives
            """);

    private ContractSources() {}

    /** Every family, or kind of one as {@code family{kind}}. */
    static Set<String> names() {
        return SOURCES.keySet();
    }

    /** Whether the row goes when this source holds no data. */
    static boolean needs(String series, SourceId source) {
        Set<String> sources = Objects.requireNonNull(SOURCES.get(named(series)), series);
        String api = source.api().label();
        boolean sameRealm = source.realm().isEmpty()
                || !series.contains("realm=\"")
                || series.contains("realm=\"" + source.realm() + "\"");
        return sources.contains(api + "*") || (sources.contains(api) && sameRealm);
    }

    /** The name that the table has for this row. */
    static String named(String series) {
        String family = family(series);
        String kind = series.replaceFirst(".*[{,]kind=\"([^\"]*)\".*", "$1");
        return SOURCES.containsKey(family) ? family : family + "{" + kind + "}";
    }

    static String family(String series) {
        return series.replaceFirst("\\{.*", "");
    }

    private static Map<String, Set<String>> sources(String table) {
        return table.lines()
                .map(line -> line.split(" +"))
                .collect(Collectors.toMap(
                        words -> words[0], words -> Stream.of(words).skip(1).collect(Collectors.toSet())));
    }
}
