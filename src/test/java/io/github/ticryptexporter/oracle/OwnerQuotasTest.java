package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnerQuotasTest {
    private static final String[] FAMILIES = {
        "ticrypt_team_user_quota_utilization_max_ratio", "ticrypt_team_users_at_quota"
    };
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");
    private static final RawSite SITE = RawSite.empty()
            .with("teams", "", Given.answer("""
            [{'id': 'team|t', 'perUserQuotas': {'cores': 8, 'memory': 0, 'storage': {'vault': 1, 'drives': 3},
                                                'devices': {'gpu-nvidia': 0}}},
             {'id': 'team|without'}]
            """))
            .with("vms", "libvirt", Given.answer("""
            [{'id': 'a', 'team': 'team|t', 'owner': 'u1', 'ownerType': 'User', 'resources': {'vcpus': 4, 'memory': 1}},
             {'id': 'b', 'team': 'team|t', 'owner': 'a', 'ownerType': 'VM', 'resources': {'vcpus': 4, 'memory': 1}},
             {'id': 'c', 'team': 'team|t', 'owner': 'u2', 'ownerType': 'User',
              'resources': {'vcpus': 7, 'devices': {'gpu-nvidia': 0}}},
             {'id': 'd', 'team': 'team|t', 'owner': 'u3', 'resources': {'vcpus': 80}},
             {'id': 'e', 'team': 'team|other', 'owner': 'u2', 'ownerType': 'User', 'resources': {'vcpus': 80}}]
            """))
            .with("drives", "", Given.answer("[{'id': 'd', 'team': 'team|t', 'owner': 'u1', 'capacity': 1}]"));

    @Test
    void ownersAreHeldAgainstTheirLimitsAndALimitOfZeroHasNoRatio() {
        assertEquals("""
                ticrypt_team_user_quota_utilization_max_ratio{resource="cores",team="t"} 1
                ticrypt_team_user_quota_utilization_max_ratio{resource="drives",team="t"} 0.3333333333333333
                ticrypt_team_users_at_quota{resource="cores",team="t"} 1
                ticrypt_team_users_at_quota{resource="device:gpu-nvidia",team="t"} 0
                ticrypt_team_users_at_quota{resource="drives",team="t"} 0
                ticrypt_team_users_at_quota{resource="memory",team="t"} 1
                """, Given.expected(SITE, LIBVIRT, FAMILIES));
    }

    @Test
    void theyNeedDrivesAndTheVmsOfEveryRealm() {
        assertEquals("", Given.expected(SITE.without("drives", ""), LIBVIRT, FAMILIES));
        assertEquals("", Given.expected(SITE, Given.settings("libvirt", "second"), FAMILIES));
    }

    @Test
    void anOwnerIsFoundInEightStepsAndNeverInACircle() {
        List<String> chain = new ArrayList<>(List.of("{'id': 'v0', 'owner': 'user', 'ownerType': 'User'}"));
        for (int i = 1; i <= 9; i++) {
            chain.add("{'id': 'v%d', 'owner': 'v%d', 'ownerType': 'VM'}".formatted(i, i - 1));
        }
        chain.add("{'id': 'x', 'owner': 'y', 'ownerType': 'VM'}");
        chain.add("{'id': 'y', 'owner': 'x', 'ownerType': 'VM'}");
        chain.add("{'id': 'lost', 'owner': 'not-listed', 'ownerType': 'VM'}");
        chain.add("{'id': 'robot', 'owner': 'user', 'ownerType': 'Robot'}");
        RawAnswer vms = Given.answer("[" + String.join(",", chain) + "]");
        Site site = new Site(RawSite.empty().with("vms", "libvirt", vms), LIBVIRT);

        assertEquals(Optional.of("user"), site.ownerOf(vms.elements().get(8)));
        for (int i = 9; i < vms.elements().size(); i++) {
            assertEquals(Optional.empty(), site.ownerOf(vms.elements().get(i)));
        }
    }
}
