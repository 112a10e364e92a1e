package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.AlertExemption;
import io.github.ticryptexporter.oracle.OracleSettings.Exemptions;
import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamSectionTest {
    private static final String[] USE = {
        "ticrypt_team_vms",
        "ticrypt_team_cores_used",
        "ticrypt_team_memory_used_bytes",
        "ticrypt_team_devices_used",
        "ticrypt_team_storage_used_bytes",
        "ticrypt_team_drives"
    };
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");
    private static final RawSite SITE = RawSite.empty()
            .with("teams", "", Given.answer("""
            [{'id': 'team|limited', 'members': [{'id': 'u1'}, {'id': 'u2'}, {'id': 'u1'}],
              'startDate': 1500, 'endDate': 1900000000123,
              'teamQuotas': {'cores': 0, 'memory': 100, 'storage': {'vault': 7, 'drives': 8},
                             'devices': {'gpu-nvidia': 2}}},
             {'id': 'team|free', 'teamQuotas': {'cores': -1, 'storage': {}}}]
            """))
            .with("vms", "libvirt", Given.answer("""
            [{'id': 'a', 'team': 'team|free', 'resources': {'vcpus': 3, 'memory': 0, 'devices': {'fpga': 1, 'gpu': 0}}},
             {'id': 'b', 'team': 'team|limited', 'brick': 'exempt',
              'resources': {'vcpus': 5, 'memory': 5, 'devices': {'gpu-nvidia': 1, 'fpga': 1}}},
             {'id': 'c', 'team': 'team|gone', 'resources': {'vcpus': 9, 'memory': 9, 'devices': {}}}]
            """))
            .with("drives", "", Given.answer("""
            [{'id': 'd', 'team': 'team|free', 'state': 'Ready', 'capacity': 11},
             {'id': 'e', 'team': 'team|free', 'state': 'Odd', 'realmID': 'libvirt'}]
            """));

    @Test
    void noLimitIsAnAbsentSeriesAndALimitOfZeroIsZero() {
        assertEquals(
                """
                ticrypt_team_cores_limit{team="limited"} 0
                ticrypt_team_devices_limit{device="gpu-nvidia",team="limited"} 2
                ticrypt_team_end_timestamp_seconds{team="limited"} 1.900000000123E9
                ticrypt_team_members{team="free"} 0
                ticrypt_team_members{team="limited"} 2
                ticrypt_team_memory_limit_bytes{team="limited"} 100
                ticrypt_team_start_timestamp_seconds{team="limited"} 1.5
                ticrypt_team_storage_limit_bytes{storage="drives",team="limited"} 8
                ticrypt_team_storage_limit_bytes{storage="vault",team="limited"} 7
                ticrypt_teams 2
                """,
                Given.expected(
                        SITE,
                        LIBVIRT,
                        "ticrypt_teams",
                        "ticrypt_team_members",
                        "ticrypt_team_cores_limit",
                        "ticrypt_team_memory_limit_bytes",
                        "ticrypt_team_storage_limit_bytes",
                        "ticrypt_team_devices_limit",
                        "ticrypt_team_start_timestamp_seconds",
                        "ticrypt_team_end_timestamp_seconds"));
    }

    @Test
    void usedIsThereWithALimitOrAnyUseAndOnlyForTeamsOfTheList() {
        assertEquals("""
                ticrypt_team_cores_used{team="free"} 3
                ticrypt_team_cores_used{team="limited"} 5
                ticrypt_team_devices_used{device="fpga",team="free"} 1
                ticrypt_team_devices_used{device="fpga",team="limited"} 1
                ticrypt_team_devices_used{device="gpu-nvidia",team="limited"} 1
                ticrypt_team_drives{state="Ready",team="free"} 1
                ticrypt_team_drives{state="other",team="free"} 1
                ticrypt_team_memory_used_bytes{team="limited"} 5
                ticrypt_team_storage_used_bytes{storage="drives",team="free"} 11
                ticrypt_team_storage_used_bytes{storage="drives",team="limited"} 0
                ticrypt_team_vms{team="free"} 1
                ticrypt_team_vms{team="limited"} 1
                """, Given.expected(SITE, LIBVIRT, USE));
    }

    @Test
    void vmsOnExemptBricksAreListedButDoNotCountAsUse() {
        OracleSettings exempting = LIBVIRT.with(new Exemptions(Set.of("exempt"), List.of()));

        assertEquals(
                """
                ticrypt_team_cores_used{team="free"} 3
                ticrypt_team_cores_used{team="limited"} 0
                ticrypt_team_devices_used{device="fpga",team="free"} 1
                ticrypt_team_devices_used{device="gpu-nvidia",team="limited"} 0
                ticrypt_team_vms{team="free"} 1
                ticrypt_team_vms{team="limited"} 1
                """,
                Given.expected(
                        SITE, exempting, "ticrypt_team_vms", "ticrypt_team_cores_used", "ticrypt_team_devices_used"));
    }

    @Test
    void teamUseNeedsTheVmsOfEveryKnownRealm() {
        String withoutVms = """
                ticrypt_team_drives{state="Ready",team="free"} 1
                ticrypt_team_drives{state="other",team="free"} 1
                ticrypt_team_storage_used_bytes{storage="drives",team="free"} 11
                ticrypt_team_storage_used_bytes{storage="drives",team="limited"} 0
                """;

        assertEquals(withoutVms, Given.expected(SITE, Given.settings("libvirt", "second"), USE));
        assertEquals("", Given.expected(SITE.without("drives", ""), Given.settings(), USE));
        assertEquals("", Given.expected(SITE.without("teams", ""), LIBVIRT, USE));
    }

    @Test
    void quotasThatTheListLacksComeFromTheLookUp() {
        RawSite old = RawSite.empty()
                .with("teams", "", Given.answer("[{'id': 'team|old'}]"))
                .withTeamQuotas("team|old", RawAnswer.tree("{\"cores\": 6}"));

        assertEquals("""
                ticrypt_team_cores_limit{team="old"} 6
                """, Given.expected(old, LIBVIRT, "ticrypt_team_cores_limit"));
    }

    @Test
    void sumsOfQuotasWaitForEveryLookUpAndLeaveOutTeamsThatItDidNotFind() {
        RawSite old = RawSite.empty()
                .with(
                        "teams",
                        "",
                        Given.answer("[{'id': 'team|old'}, {'id': 'team|gone'}, {'id': 'team|new',"
                                + "'teamQuotas': {'cores': 1}}]"))
                .withTeamQuotas("team|old", RawAnswer.tree("{\"cores\": 6}"));
        String[] families = {"ticrypt_quota_promised_cores", "ticrypt_teams_unlimited"};

        assertEquals("", Given.expected(old, LIBVIRT, families));
        assertEquals("""
                ticrypt_quota_promised_cores 7
                ticrypt_teams_unlimited{resource="cores"} 0
                ticrypt_teams_unlimited{resource="devices"} 2
                ticrypt_teams_unlimited{resource="memory"} 2
                ticrypt_teams_unlimited{resource="storage"} 2
                """, Given.expected(old.withoutTeamQuotas("team|gone"), LIBVIRT, families));
    }

    @Test
    void promisesAreSumsAndAMissingOrEmptyMapIsNoLimitAtAll() {
        assertEquals(
                """
                ticrypt_quota_promised_cores 0
                ticrypt_quota_promised_devices{device="gpu-nvidia"} 2
                ticrypt_quota_promised_memory_bytes 100
                ticrypt_quota_promised_storage_bytes{storage="drives"} 8
                ticrypt_quota_promised_storage_bytes{storage="vault"} 7
                ticrypt_teams_unlimited{resource="cores"} 1
                ticrypt_teams_unlimited{resource="devices"} 1
                ticrypt_teams_unlimited{resource="memory"} 1
                ticrypt_teams_unlimited{resource="storage"} 1
                """,
                Given.expected(
                        SITE,
                        LIBVIRT,
                        "ticrypt_quota_promised_cores",
                        "ticrypt_quota_promised_memory_bytes",
                        "ticrypt_quota_promised_storage_bytes",
                        "ticrypt_quota_promised_devices",
                        "ticrypt_teams_unlimited"));
    }

    @Test
    void namesArePublishedFromNamedOnAndAnAliasBeatsThemAtEveryLevel() {
        RawSite site = RawSite.empty()
                .with(
                        "teams",
                        "",
                        Given.answer("[{'id': 'team|a', 'name': 'A'}, {'id': 'team|b', 'name': 'B\\u0007%s'}]"
                                .formatted("b".repeat(100))));
        OracleSettings aliased = LIBVIRT.with(
                new OracleSettings.Publishing(Privacy.STRICT, null, Map.of("team|a", "alpha", "gone", "omega")));

        assertEquals("""
                ticrypt_team_info{name="alpha",team="a"} 1
                """, Given.expected(site, aliased, "ticrypt_team_info"));
        assertEquals(
                """
                ticrypt_team_info{name="B%s",team="b"} 1
                ticrypt_team_info{name="alpha",team="a"} 1
                """.formatted("b".repeat(99)), Given.expected(site, aliased.at(Privacy.NAMED), "ticrypt_team_info"));
    }

    @Test
    void exemptionsFromAlertsAreThoseOfListedTeams() {
        OracleSettings settings = LIBVIRT.with(new Exemptions(
                Set.of(),
                List.of(
                        new AlertExemption("team|free", "TicryptTeamQuotaFull"),
                        new AlertExemption("limited", "TicryptTeamQuotaFull"),
                        new AlertExemption("gone", "TicryptTeamQuotaFull"))));

        assertEquals("""
                ticrypt_alert_exempt{alert="TicryptTeamQuotaFull",team="free"} 1
                ticrypt_alert_exempt{alert="TicryptTeamQuotaFull",team="limited"} 1
                """, Given.expected(SITE, settings, "ticrypt_alert_exempt"));
    }
}
