package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Entries.host;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Teams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drives, teams and how much of the picture is missing. */
class DriveAndTeamExpositionTest {

    private static final String[] USE_AND_LIMITS = {
        "ticrypt_team_cores_used",
        "ticrypt_team_cores_limit",
        "ticrypt_team_memory_used_bytes",
        "ticrypt_team_memory_limit_bytes",
        "ticrypt_team_storage_used_bytes",
        "ticrypt_team_storage_limit_bytes",
        "ticrypt_team_devices_used",
        "ticrypt_team_devices_limit"
    };

    @Test
    void drivesAreCountedAndSummedRealmByRealmZerosIncluded() {
        var fleet = Snapshots.knowing(REALM)
                .drives(Fleets.aReadyDrive("a"), Fleets.aReadyDrive("b"), Fleets.aDriveIn("excluded"))
                .made();
        assertEquals(
                """
                ticrypt_drives{realm="libvirt",state="Initializing"} 0
                ticrypt_drives{realm="libvirt",state="ReadOnly"} 0
                ticrypt_drives{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives{realm="libvirt",state="Ready"} 2
                ticrypt_drives{realm="libvirt",state="Transferring"} 0
                ticrypt_drives{realm="libvirt",state="other"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Initializing"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="ReadOnly"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="ReadWrite"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Ready"} 214748364800
                ticrypt_drives_capacity_bytes{realm="libvirt",state="Transferring"} 0
                ticrypt_drives_capacity_bytes{realm="libvirt",state="other"} 0
                ticrypt_drives_by_format{format="btrfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="ext4",realm="libvirt"} 2
                ticrypt_drives_by_format{format="ntfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="other",realm="libvirt"} 0
                ticrypt_drives_by_format{format="xfs",realm="libvirt"} 0
                ticrypt_drives_by_format{format="zfs",realm="libvirt"} 0
                ticrypt_drives_with_snapshot{realm="libvirt"} 0
                """,
                Exposed.of(fleet)
                        .samples(
                                "ticrypt_drives",
                                "ticrypt_drives_capacity_bytes",
                                "ticrypt_drives_by_format",
                                "ticrypt_drives_with_snapshot"));
    }

    @Test
    void withoutAKnownRealmThereAreNoDrivesToShow() {
        var fleet = Snapshots.knowing().drives(Fleets.aReadyDrive("a")).made();
        assertEquals("", Exposed.of(fleet).samples("ticrypt_drives", "ticrypt_drives_with_snapshot"));
    }

    @Test
    void noLimitIsNoSeriesAndALimitHasItsUseZerosIncluded() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM)
                .drives()
                .teams(Fleets.aTeamWithLimits(), Fleets.aTeamWithoutLimits())
                .made();
        assertEquals("""
                ticrypt_team_cores_used{team="genomics"} 0
                ticrypt_team_cores_limit{team="genomics"} 64
                ticrypt_team_memory_used_bytes{team="genomics"} 0
                ticrypt_team_memory_limit_bytes{team="genomics"} 137438953472
                ticrypt_team_storage_limit_bytes{storage="vault",team="genomics"} 1099511627776
                ticrypt_team_devices_used{device="gpu-nvidia",team="genomics"} 0
                ticrypt_team_devices_limit{device="gpu-nvidia",team="genomics"} 2
                """, Exposed.of(fleet).samples(USE_AND_LIMITS));
    }

    @Test
    void aLimitOfZeroIsALimit() {
        Quota nothing = new Quota(0L, 0L, Map.of("drives", 0L), Map.of("fpga", 0L));
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM)
                .drives()
                .teams(Teams.team("barred").quota(nothing).members("user-1").made())
                .made();
        assertEquals("""
                ticrypt_team_cores_used{team="barred"} 0
                ticrypt_team_cores_limit{team="barred"} 0
                ticrypt_team_memory_used_bytes{team="barred"} 0
                ticrypt_team_memory_limit_bytes{team="barred"} 0
                ticrypt_team_storage_used_bytes{storage="drives",team="barred"} 0
                ticrypt_team_storage_limit_bytes{storage="drives",team="barred"} 0
                ticrypt_team_devices_used{device="fpga",team="barred"} 0
                ticrypt_team_devices_limit{device="fpga",team="barred"} 0
                """, Exposed.of(fleet).samples(USE_AND_LIMITS));
    }

    @Test
    void useWithoutALimitIsShownAndADeviceThatNobodyTakesIsNot() {
        var fleet = Snapshots.knowing(REALM)
                .vms(
                        REALM,
                        vm("a").team("boundless")
                                .takes(4, 8, Map.of("fpga", 1L, "gpu-nvidia", 0L))
                                .made())
                .drives()
                .teams(Fleets.aTeamWithoutLimits())
                .made();
        assertEquals("""
                ticrypt_team_cores_used{team="boundless"} 4
                ticrypt_team_memory_used_bytes{team="boundless"} 8589934592
                ticrypt_team_devices_used{device="fpga",team="boundless"} 1
                """, Exposed.of(fleet).samples(USE_AND_LIMITS));
    }

    @Test
    void exemptVmsAreTheTeamsButDoNotCountIntoItsUse() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("a").made(), vm("b").brick("brick-login").made())
                .drives(Fleets.aReadyDrive("d"))
                .teams(Fleets.aTeamWithLimits())
                .made();
        assertEquals(
                """
                ticrypt_team_vms{team="genomics"} 2
                ticrypt_team_drives{state="Ready",team="genomics"} 1
                ticrypt_team_cores_used{team="genomics"} 4
                ticrypt_team_storage_used_bytes{storage="drives",team="genomics"} 107374182400
                """,
                Exposed.of(fleet)
                        .exemptingBricks("brick-login")
                        .samples(
                                "ticrypt_team_vms",
                                "ticrypt_team_drives",
                                "ticrypt_team_cores_used",
                                "ticrypt_team_storage_used_bytes"));
    }

    @Test
    void onlyTeamsOfTheListHaveRows() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM, vm("a").team("dangling").made())
                .drives()
                .teams(Fleets.aTeamWithoutLimits())
                .made();
        MetricSettings settings = new MetricSettings(
                PrivacyLevel.NAMED,
                HostPseudonyms.PLAIN,
                Map.of("dangling", "an alias"),
                List.of(new AlertExemption("dangling", "SomeAlert")),
                MetricSettings.DEFAULT_SERIES_LIMIT);
        assertEquals(
                """
                ticrypt_teams 1
                ticrypt_team_members{team="boundless"} 0
                ticrypt_team_vms{team="boundless"} 0
                ticrypt_team_info{name="Invented Boundless Team",team="boundless"} 1
                """,
                Exposed.of(fleet)
                        .with(settings)
                        .samples(
                                "ticrypt_teams",
                                "ticrypt_team_members",
                                "ticrypt_team_vms",
                                "ticrypt_team_cores_used",
                                "ticrypt_team_info",
                                "ticrypt_alert_exempt"));
    }

    @Test
    void datesWithoutABoundAreAbsent() {
        var fleet = Snapshots.knowing()
                .teams(Fleets.aTeamWithLimits(), Fleets.aTeamWithoutLimits())
                .made();
        assertEquals(
                """
                ticrypt_team_end_timestamp_seconds{team="genomics"} 1772366400
                """,
                Exposed.of(fleet)
                        .samples("ticrypt_team_start_timestamp_seconds", "ticrypt_team_end_timestamp_seconds"));
    }

    @Test
    void atLevelStrictATeamHasANameOnlyByAlias() {
        var fleet = Snapshots.knowing()
                .teams(Fleets.aTeamWithLimits(), Fleets.aTeamWithoutLimits())
                .made();
        assertEquals("""
                ticrypt_team_info{name="an alias",team="genomics"} 1
                """, Exposed.of(fleet).with(aliased(PrivacyLevel.STRICT)).samples("ticrypt_team_info"));
        assertEquals("""
                ticrypt_team_info{name="Invented Boundless Team",team="boundless"} 1
                ticrypt_team_info{name="an alias",team="genomics"} 1
                """, Exposed.of(fleet).with(aliased(PrivacyLevel.NAMED)).samples("ticrypt_team_info"));
        assertEquals("", Exposed.of(fleet).samples("ticrypt_team_info"));
    }

    @Test
    void alertsThatLeaveATeamAloneAreNamed() {
        var fleet = Snapshots.knowing().teams(Fleets.aTeamWithLimits()).made();
        assertEquals("""
                ticrypt_alert_exempt{alert="SomeAlert",team="genomics"} 1
                """, Exposed.of(fleet).with(aliased(PrivacyLevel.STRICT)).samples("ticrypt_alert_exempt"));
    }

    @Test
    void whatCannotBeAttributedIsCountedByKind() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(
                        REALM,
                        vm("a").team(null).made(),
                        vm("b").withoutResources().made(),
                        vm("c").reachedNowhere().made())
                .drives(Fleets.aDriveIn("libvirt2"))
                .made();
        assertEquals("""
                ticrypt_unattributed{kind="drive_no_team",realm="libvirt"} 0
                ticrypt_unattributed{kind="vm_host_unknown",realm="libvirt"} 1
                ticrypt_unattributed{kind="vm_host_without_capacity",realm="libvirt"} 2
                ticrypt_unattributed{kind="vm_no_resources",realm="libvirt"} 1
                ticrypt_unattributed{kind="vm_no_team",realm="libvirt"} 1
                ticrypt_unattributed{kind="drive_no_team",realm="libvirt2"} 1
                """, Exposed.of(fleet).samples("ticrypt_unattributed"));
    }

    @Test
    void aHostWhoseMemoryIsKnownHasACapacity() {
        var fleet = Snapshots.knowing(REALM).vms(REALM, vm("a").made()).made();
        var measured = host("h").sshHost("10.0.0.1").owning(1, 1, Map.of());
        var notMeasured = host("h").sshHost("10.0.0.1");
        String line = "ticrypt_unattributed{kind=\"vm_host_without_capacity\",realm=\"libvirt\"} ";
        assertEquals(
                true,
                Exposed.of(fleet).with(measured).samples("ticrypt_unattributed").contains(line + "0\n"));
        assertEquals(
                true,
                Exposed.of(fleet)
                        .with(notMeasured)
                        .samples("ticrypt_unattributed")
                        .contains(line + "1\n"));
    }

    @Test
    void sizesAreExactToTheByte() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM)
                .teams(Teams.team("t")
                        .quota(new Quota(null, 8_000 * 1024 * GIB + 1, Map.of(), Map.of()))
                        .made())
                .made();
        assertEquals("""
                ticrypt_team_memory_limit_bytes{team="t"} 8796093022208001
                """, Exposed.of(fleet).samples("ticrypt_team_memory_limit_bytes"));
    }

    private static MetricSettings aliased(PrivacyLevel level) {
        return new MetricSettings(
                level,
                HostPseudonyms.PLAIN,
                Map.of("genomics", "an alias"),
                List.of(new AlertExemption("genomics", "SomeAlert")),
                MetricSettings.DEFAULT_SERIES_LIMIT);
    }
}
