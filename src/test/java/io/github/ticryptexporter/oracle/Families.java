package io.github.ticryptexporter.oracle;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The families that the oracle computes, by the contract's sections; subsets for {@link Comparison}. */
public final class Families {
    /** The two of section 1 that follow from the lists. */
    public static final Set<String> SECTION_1 = named("ticrypt_unattributed ticrypt_dangling_references");

    /** VMs, realms and hosts. */
    public static final Set<String> SECTION_2 = named(
            "ticrypt_vms ticrypt_vms_inactive ticrypt_vms_shutting_down ticrypt_vms_silent",
            "ticrypt_vms_oldest_last_ping_timestamp_seconds ticrypt_vms_oldest_start_timestamp_seconds",
            "ticrypt_vms_uptime_over ticrypt_vms_by_protocol ticrypt_vms_quota_exempt",
            "ticrypt_realm_vcpus_allocated ticrypt_realm_memory_allocated_bytes ticrypt_realm_devices_allocated",
            "ticrypt_vms_placed ticrypt_host_vms ticrypt_host_vcpus_allocated ticrypt_host_memory_allocated_bytes",
            "ticrypt_host_devices_allocated ticrypt_host_vcpus_capacity ticrypt_host_memory_capacity_bytes",
            "ticrypt_host_devices_capacity ticrypt_host_schedulable ticrypt_realm_largest_free_memory_bytes",
            "ticrypt_realm_largest_free_vcpus ticrypt_realm_largest_free_devices",
            "ticrypt_realm_large_vm_memory_bytes");

    /** VM configs and images. */
    public static final Set<String> SECTION_3 = named(
            "ticrypt_vm_configs ticrypt_vm_configs_oldest_in_state_timestamp_seconds",
            "ticrypt_vm_config_inconsistent ticrypt_vm_images ticrypt_vm_images_bytes");

    /** Drives. */
    public static final Set<String> SECTION_4 = named(
            "ticrypt_drives ticrypt_drives_capacity_bytes ticrypt_drives_by_format ticrypt_drives_with_snapshot",
            "ticrypt_drives_oldest_state_change_timestamp_seconds ticrypt_drives_idle",
            "ticrypt_drives_idle_capacity_bytes ticrypt_drive_attachment_inconsistent");

    /** Teams and quotas. */
    public static final Set<String> SECTION_5 = named(
            "ticrypt_teams ticrypt_team_members ticrypt_team_vms ticrypt_team_drives",
            "ticrypt_team_cores_used ticrypt_team_cores_limit",
            "ticrypt_team_memory_used_bytes ticrypt_team_memory_limit_bytes",
            "ticrypt_team_storage_used_bytes ticrypt_team_storage_limit_bytes",
            "ticrypt_team_devices_used ticrypt_team_devices_limit",
            "ticrypt_team_user_quota_utilization_max_ratio ticrypt_team_users_at_quota",
            "ticrypt_team_start_timestamp_seconds ticrypt_team_end_timestamp_seconds ticrypt_team_info",
            "ticrypt_quota_promised_cores ticrypt_quota_promised_memory_bytes",
            "ticrypt_quota_promised_storage_bytes ticrypt_quota_promised_devices",
            "ticrypt_teams_unlimited ticrypt_alert_exempt");

    /** Projects and users. */
    public static final Set<String> SECTION_6 = named(
            "ticrypt_projects ticrypt_projects_with_vms ticrypt_projects_by_security_level",
            "ticrypt_users ticrypt_users_deactivated ticrypt_users_by_role ticrypt_users_logged_in",
            "ticrypt_users_expiring ticrypt_users_risk ticrypt_users_hygiene",
            "ticrypt_inactive_owner_vms ticrypt_inactive_owner_drives_capacity_bytes");

    /** Identity providers, where one is configured. */
    public static final Set<String> SECTION_7 = named(
            "ticrypt_identity_users ticrypt_identity_match_ratio ticrypt_identity_drift_users",
            "ticrypt_identity_drift_vms");

    /** Objects, at privacy level {@code detailed} alone. */
    public static final Set<String> SECTION_8 = named(
            "ticrypt_vm_info ticrypt_vm_vcpus ticrypt_vm_memory_bytes ticrypt_vm_start_timestamp_seconds",
            "ticrypt_vm_last_ping_timestamp_seconds ticrypt_vm_devices",
            "ticrypt_drive_info ticrypt_drive_capacity_bytes ticrypt_drive_state");

    /** What an exporter that knows VMs, hosts, drives and team quotas exposes, and nothing more. */
    public static final Set<String> FIRST_MILESTONE = union(
            SECTION_2,
            named(
                    "ticrypt_unattributed ticrypt_vm_configs",
                    "ticrypt_drives ticrypt_drives_capacity_bytes ticrypt_drives_by_format",
                    "ticrypt_drives_with_snapshot ticrypt_teams ticrypt_team_members ticrypt_team_vms",
                    "ticrypt_team_drives ticrypt_team_cores_used ticrypt_team_cores_limit",
                    "ticrypt_team_memory_used_bytes ticrypt_team_memory_limit_bytes",
                    "ticrypt_team_storage_used_bytes ticrypt_team_storage_limit_bytes",
                    "ticrypt_team_devices_used ticrypt_team_devices_limit",
                    "ticrypt_team_start_timestamp_seconds ticrypt_team_end_timestamp_seconds"));

    private static final Set<String> ALL = Stream.of(
                    SECTION_1, SECTION_2, SECTION_3, SECTION_4, SECTION_5, SECTION_6, SECTION_7, SECTION_8)
            .reduce(Set.of(), Families::union);

    private Families() {}

    /** Every family that the oracle computes. */
    public static Set<String> all() {
        return ALL;
    }

    private static Set<String> named(String... lines) {
        return Set.of(String.join(" ", lines).split(" ", -1));
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new TreeSet<>(first);
        union.addAll(second);
        return Collections.unmodifiableSet(union);
    }
}
