package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.GIB;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Teams.team;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.FleetSnapshot.LookUpState;
import io.github.ticryptexporter.fleet.LookUpCount;
import io.github.ticryptexporter.fleet.LookedUp;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Quota;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Fleets;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Per-user quotas, what all teams were promised, and quotas that were looked up. */
class QuotaExpositionTest {

    private static final String[] PER_USER = {
        "ticrypt_team_user_quota_utilization_max_ratio", "ticrypt_team_users_at_quota"
    };

    private static final String[] PROMISED = {
        "ticrypt_quota_promised_cores",
        "ticrypt_quota_promised_memory_bytes",
        "ticrypt_quota_promised_storage_bytes",
        "ticrypt_quota_promised_devices",
        "ticrypt_teams_unlimited"
    };

    private static final Quota LIMITS =
            new Quota(64L, 128 * GIB, Map.of("vault", 4 * GIB, "drives", GIB), Map.of("gpu-nvidia", 2L));

    @Test
    void theOwnerNearestToThePerUserLimitIsShownAndNobodyIsNamed() {
        Quota perUser = new Quota(8L, 0L, Map.of("drives", 100 * GIB, "vault", GIB), Map.of("gpu-nvidia", 4L));
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .vms(REALM, vm("a").takes(4, 8, Map.of("gpu-nvidia", 1L)).made())
                .vms(
                        "libvirt2",
                        vm("b").ownedBy(OwnerType.VM, "a").takes(2, 0, Map.of()).made())
                .drives(drive("d").of("user-2").holds(100).made())
                .teams(team("genomics").perUser(perUser).made(), Fleets.aTeamWithoutLimits())
                .made();
        assertEquals("""
                ticrypt_team_user_quota_utilization_max_ratio{resource="cores",team="genomics"} 0.75
                ticrypt_team_user_quota_utilization_max_ratio{resource="device:gpu-nvidia",team="genomics"} 0.25
                ticrypt_team_user_quota_utilization_max_ratio{resource="drives",team="genomics"} 1
                ticrypt_team_users_at_quota{resource="cores",team="genomics"} 0
                ticrypt_team_users_at_quota{resource="device:gpu-nvidia",team="genomics"} 0
                ticrypt_team_users_at_quota{resource="drives",team="genomics"} 1
                ticrypt_team_users_at_quota{resource="memory",team="genomics"} 1
                """, Exposed.of(fleet).samples(PER_USER));
    }

    @Test
    void aPerUserLimitWithoutOwnersIsShownWithZeros() {
        var fleet = Snapshots.knowing(REALM)
                .vms(REALM)
                .drives()
                .teams(team("idle")
                        .perUser(new Quota(8L, null, Map.of(), Map.of()))
                        .made())
                .made();
        assertEquals("""
                ticrypt_team_user_quota_utilization_max_ratio{resource="cores",team="idle"} 0
                ticrypt_team_users_at_quota{resource="cores",team="idle"} 0
                """, Exposed.of(fleet).samples(PER_USER));
    }

    @Test
    void whatAllTeamsWerePromisedIsSummedAndTheRestIsUnlimited() {
        var fleet = Snapshots.knowing()
                .teams(
                        team("genomics").quota(LIMITS).made(),
                        team("proteomics")
                                .quota(new Quota(6L, null, Map.of("vault", GIB), Map.of("fpga", 0L)))
                                .made(),
                        Fleets.aTeamWithoutLimits())
                .made();
        assertEquals("""
                ticrypt_quota_promised_cores 70
                ticrypt_quota_promised_memory_bytes 137438953472
                ticrypt_quota_promised_storage_bytes{storage="drives"} 1073741824
                ticrypt_quota_promised_storage_bytes{storage="vault"} 5368709120
                ticrypt_quota_promised_devices{device="fpga"} 0
                ticrypt_quota_promised_devices{device="gpu-nvidia"} 2
                ticrypt_teams_unlimited{resource="cores"} 1
                ticrypt_teams_unlimited{resource="devices"} 1
                ticrypt_teams_unlimited{resource="memory"} 2
                ticrypt_teams_unlimited{resource="storage"} 1
                """, Exposed.of(fleet).samples(PROMISED));
    }

    @Test
    void aSiteWithoutTeamsPromisesNothing() {
        var fleet = Snapshots.knowing().teams().made();
        assertEquals("""
                ticrypt_quota_promised_cores 0
                ticrypt_quota_promised_memory_bytes 0
                ticrypt_teams_unlimited{resource="cores"} 0
                ticrypt_teams_unlimited{resource="devices"} 0
                ticrypt_teams_unlimited{resource="memory"} 0
                ticrypt_teams_unlimited{resource="storage"} 0
                """, Exposed.of(fleet).samples(PROMISED));
    }

    @Test
    void absurdLimitsDoNotTurnThePromiseNegative() {
        Quota absurd = new Quota(Long.MAX_VALUE, Long.MAX_VALUE, Map.of(), Map.of());
        var fleet = Snapshots.knowing()
                .teams(team("a").quota(absurd).made(), team("b").quota(absurd).made())
                .made();
        assertEquals("""
                ticrypt_quota_promised_cores 1.8446744073709552E19
                """, Exposed.of(fleet).samples("ticrypt_quota_promised_cores"));
    }

    @Test
    void aQuotaThatWasLookedUpCountsLikeOneOfTheList() {
        FleetSnapshot fleet = lookingUp(new LookedUp<>("team|old", LIMITS), true);
        assertEquals("""
                ticrypt_team_cores_used{team="old"} 0
                ticrypt_team_cores_limit{team="old"} 64
                ticrypt_team_storage_limit_bytes{storage="drives",team="old"} 1073741824
                ticrypt_team_storage_limit_bytes{storage="vault",team="old"} 4294967296
                ticrypt_team_devices_limit{device="gpu-nvidia",team="old"} 2
                ticrypt_quota_promised_cores 64
                ticrypt_teams_unlimited{resource="cores"} 1
                ticrypt_teams_unlimited{resource="devices"} 1
                ticrypt_teams_unlimited{resource="memory"} 1
                ticrypt_teams_unlimited{resource="storage"} 1
                """, Exposed.of(fleet).samples(LOOKED_UP));
    }

    @Test
    void aTeamThatTheLookUpDoesNotKnowIsNeitherPromisedAnythingNorUnlimited() {
        FleetSnapshot fleet = lookingUp(new LookedUp<>("team|old", null), true);
        assertEquals("""
                ticrypt_quota_promised_cores 0
                ticrypt_teams_unlimited{resource="cores"} 1
                ticrypt_teams_unlimited{resource="devices"} 1
                ticrypt_teams_unlimited{resource="memory"} 1
                ticrypt_teams_unlimited{resource="storage"} 1
                """, Exposed.of(fleet).samples(LOOKED_UP));
    }

    @Test
    void whileALookUpIsOpenNothingIsSaidOfAllTeamsAndOfTheTeamOnlyWhatTheListHas() {
        FleetSnapshot fleet = lookingUp(null, false);
        assertEquals("", Exposed.of(fleet).samples(LOOKED_UP));
        assertEquals("""
                ticrypt_team_members{team="boundless"} 0
                ticrypt_team_members{team="old"} 0
                """, Exposed.of(fleet).samples("ticrypt_team_members"));
    }

    private static final String[] LOOKED_UP = {
        "ticrypt_team_cores_used",
        "ticrypt_team_cores_limit",
        "ticrypt_team_storage_limit_bytes",
        "ticrypt_team_devices_limit",
        "ticrypt_quota_promised_cores",
        "ticrypt_teams_unlimited"
    };

    /** A team whose quota the list lacks, and one without limits. */
    private static FleetSnapshot lookingUp(@Nullable LookedUp<Quota> answer, boolean isComplete) {
        return Snapshots.knowing(REALM)
                .vms(REALM)
                .drives()
                .teams(team("old").quota(null).made(), Fleets.aTeamWithoutLimits())
                .answered(SourceId.site(Api.TEAM_QUOTAS), answer == null ? List.of() : List.of(answer))
                .made()
                .withLookUps(Api.TEAM_QUOTAS, new LookUpState(new LookUpCount(0, 1, 0, 1), isComplete));
    }
}
