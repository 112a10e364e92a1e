package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.oracle.OracleSettings.Privacy;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Projects and users; ages in days count from 2,000,000,000,000 ms. */
class UserSectionTest {
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");

    @Test
    void tenStatesThatMayBeLabelsAreNamedAndTheRestIsOther() {
        String once = IntStream.range(0, 10)
                .mapToObj(n -> "{'id': 's%1$d', 'state': 'State %1$d'}".formatted(n))
                .collect(Collectors.joining(","));
        RawSite site = users("[{'id': 'a', 'state': 'Active', 'role': 'User'}, {'id': 'b', 'state': 'Active'},"
                + "{'id': 'c', 'state': 'not@label', 'role': 'Sub-Admin'}, " + once + "]");

        assertEquals("""
                ticrypt_users{state="Active"} 2
                ticrypt_users{state="State 0"} 1
                ticrypt_users{state="State 1"} 1
                ticrypt_users{state="State 2"} 1
                ticrypt_users{state="State 3"} 1
                ticrypt_users{state="State 4"} 1
                ticrypt_users{state="State 5"} 1
                ticrypt_users{state="State 6"} 1
                ticrypt_users{state="State 7"} 1
                ticrypt_users{state="State 8"} 1
                ticrypt_users{state="other"} 2
                ticrypt_users_by_role{role="Sub-Admin"} 1
                ticrypt_users_by_role{role="User"} 1
                ticrypt_users_by_role{role="unknown"} 11
                """, Given.expected(site, LIBVIRT, "ticrypt_users", "ticrypt_users_by_role"));
    }

    @Test
    void causesAreAClosedSetWithoutThoseWhoHaveNone() {
        assertEquals(
                """
                ticrypt_users_deactivated{cause="Admin"} 1
                ticrypt_users_deactivated{cause="FailedPassword"} 0
                ticrypt_users_deactivated{cause="Registration"} 0
                ticrypt_users_deactivated{cause="Timeout"} 0
                ticrypt_users_deactivated{cause="XSS"} 0
                ticrypt_users_deactivated{cause="other"} 1
                """,
                Given.expected(
                        users("[{'id': 'a', 'deactivationType': 'Admin'}, {'id': 'b', 'deactivationType': 'Whim'},"
                                + "{'id': 'c'}]"),
                        LIBVIRT,
                        "ticrypt_users_deactivated"));
    }

    @Test
    void agesIncludeTheirEdgesAndOnlyActiveUsersAreAtRisk() {
        RawSite site = users("""
                [{'id': 'fine', 'state': 'Active', 'lastLogin': 1999913600000, 'expiration': 2000604800000,
                  'lastEscrow': 1, 'tosAccepted': 1, 'passChanged': 1968464000001},
                 {'id': 'risky', 'state': 'Active', 'lastLogin': 1992224000000, 'expiration': 1999999999999,
                  'passChanged': 1968464000000},
                 {'id': 'joined-long-ago', 'state': 'Active', 'joined': 1, 'neverEscrow': true, 'tosAccepted': 1},
                 {'id': 'locked', 'state': 'Locked', 'joined': 1, 'expiration': 1, 'deactivatedUntil': 1},
                 {'id': 'future', 'state': 'Locked', 'lastLogin': 2000000000001, 'deactivatedUntil': 2000000000001}]
                """);
        RawSite withTeams = site.with(
                "teams", "", Given.answer("[{'id': 'team|t', 'members': [{'id': 'fine'}, {'id': 'locked'}]}]"));
        String[] families = {
            "ticrypt_users_logged_in", "ticrypt_users_expiring", "ticrypt_users_risk", "ticrypt_users_hygiene"
        };
        String expected = """
                ticrypt_users_expiring{within="30d"} 1
                ticrypt_users_expiring{within="7d"} 1
                ticrypt_users_hygiene{kind="lock_expired"} 1
                ticrypt_users_hygiene{kind="password_older_365d"} 1
                ticrypt_users_hygiene{kind="tos_never_accepted"} 1
                ticrypt_users_logged_in{within="1d"} 1
                ticrypt_users_logged_in{within="30d"} 1
                ticrypt_users_logged_in{within="7d"} 1
                ticrypt_users_logged_in{within="90d"} 2
                ticrypt_users_risk{kind="expired_active"} 1
                ticrypt_users_risk{kind="never_escrowed"} 1
                ticrypt_users_risk{kind="no_team"} 2
                ticrypt_users_risk{kind="stale_90d"} 2
                """;

        assertEquals(expected, Given.expected(withTeams, LIBVIRT, families));
        assertEquals(
                expected.replace("ticrypt_users_risk{kind=\"no_team\"} 2\n", ""),
                Given.expected(site, LIBVIRT, families));
    }

    @Test
    void whatInactiveUsersHoldIsCountedThroughTheVmsThatOwnVms() {
        RawSite site = users("[{'id': 'gone', 'state': 'Deactivated'}, {'id': 'here', 'state': 'Active'}]")
                .with("vms", "libvirt", Given.answer("""
                [{'id': 'a', 'owner': 'gone', 'ownerType': 'User'}, {'id': 'b', 'owner': 'a', 'ownerType': 'VM'},
                 {'id': 'c', 'owner': 'here', 'ownerType': 'User'}, {'id': 'd', 'owner': 'nobody', 'ownerType': 'User'}]
                """))
                .with(
                        "drives",
                        "",
                        Given.answer("[{'id': 'd', 'realmID': 'libvirt', 'owner': 'gone', 'capacity': 5},"
                                + "{'id': 'e', 'realmID': 'libvirt', 'owner': 'here', 'capacity': 6}]"));
        String[] families = {"ticrypt_inactive_owner_vms", "ticrypt_inactive_owner_drives_capacity_bytes"};

        assertEquals("""
                ticrypt_inactive_owner_drives_capacity_bytes{realm="libvirt"} 5
                ticrypt_inactive_owner_vms{realm="libvirt"} 2
                """, Given.expected(site, LIBVIRT, families));
        assertEquals("""
                ticrypt_inactive_owner_drives_capacity_bytes{realm="libvirt"} 5
                ticrypt_inactive_owner_drives_capacity_bytes{realm="silent"} 0
                """, Given.expected(site, Given.settings("silent"), families));
    }

    @Test
    void projectsShowTheirSecurityLevelsFromNamedOn() {
        RawSite site = RawSite.empty()
                .with(
                        "projects",
                        "",
                        Given.answer("[{'id': 'p', 'securityLevel': 'cui'}, {'id': 'q', 'parent': 'p'},"
                                + "{'id': 'r', 'parent': '', 'securityLevel': 'cui'}]"))
                .with("vms", "libvirt", Given.answer("[{'id': 'a', 'project': 'p'}, {'id': 'b', 'project': 'p'}]"));
        String[] families = {"ticrypt_projects", "ticrypt_projects_with_vms", "ticrypt_projects_by_security_level"};
        String counts = """
                ticrypt_projects{kind="root"} 2
                ticrypt_projects{kind="sub"} 1
                """;

        assertEquals(counts + "ticrypt_projects_with_vms 1\n", Given.expected(site, LIBVIRT, families));
        assertEquals(counts + """
                        ticrypt_projects_by_security_level{security_level="cui"} 2
                        ticrypt_projects_by_security_level{security_level="unknown"} 1
                        """, Given.expected(site, Given.settings().at(Privacy.NAMED), families));
    }

    private static RawSite users(String json) {
        return RawSite.empty().with("users", "", Given.answer(json));
    }
}
