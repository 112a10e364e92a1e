package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Accounts.account;
import static io.github.ticryptexporter.testing.Users.user;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.Source;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.fleet.VmInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users and the accounts of identity providers. */
class IdentityExpositionTest {

    private static final String LEAVER = "given-0001@example.edu";
    private static final String FORGOTTEN = "given-0002@example.edu";

    private static final String[] FAMILIES = {
        "ticrypt_identity_users",
        "ticrypt_identity_match_ratio",
        "ticrypt_identity_drift_users",
        "ticrypt_identity_drift_vms"
    };

    private static final VmInfo OF_THE_LEAVER =
            vm("workstation").ownedBy(OwnerType.USER, "leaver").made();

    /** One of every kind at MonoCloud. */
    private static Snapshots drifted() {
        return Snapshots.knowing("libvirt", "libvirt2")
                .users(
                        user("leaver").email(LEAVER).made(),
                        user("forgotten")
                                .email(FORGOTTEN)
                                .deactivated(DeactivationType.ADMIN)
                                .made(),
                        user("unknown").email("given-0003@example.edu").made(),
                        user("twin-1").email("twins@example.edu").made(),
                        user("twin-2").email("twins@example.edu").made())
                .accounts(
                        IdentityProvider.MONOCLOUD,
                        account(AccountState.DISABLED, LEAVER),
                        account(AccountState.ENABLED, FORGOTTEN));
    }

    @Test
    void everyKindOfDriftIsCounted() {
        FleetSnapshot fleet = drifted()
                .vms("libvirt", OF_THE_LEAVER, vm("other").made())
                .vms(
                        "libvirt2",
                        vm("worker").ownedBy(OwnerType.VM, "workstation").made())
                .made();
        assertEquals("""
                ticrypt_identity_users{provider="monocloud",state="disabled"} 1
                ticrypt_identity_users{provider="monocloud",state="enabled"} 1
                ticrypt_identity_match_ratio{provider="monocloud"} 0.5
                ticrypt_identity_drift_users{kind="active_but_disabled",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="active_but_unknown",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="ambiguous",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="deactivated_but_enabled",provider="monocloud"} 1
                ticrypt_identity_drift_vms{provider="monocloud"} 2
                """, Exposed.of(fleet).samples(FAMILIES));
    }

    @Test
    void withoutAUserAndAnAccountThereAreZerosAndNoRatio() {
        FleetSnapshot fleet = Snapshots.knowing("libvirt")
                .vms("libvirt")
                .users()
                .accounts(IdentityProvider.ALLTHENTICATE)
                .made();
        assertEquals("""
                ticrypt_identity_users{provider="allthenticate",state="active"} 0
                ticrypt_identity_users{provider="allthenticate",state="other"} 0
                ticrypt_identity_users{provider="allthenticate",state="suspended"} 0
                ticrypt_identity_users{provider="allthenticate",state="unconfirmed"} 0
                ticrypt_identity_drift_users{kind="active_but_disabled",provider="allthenticate"} 0
                ticrypt_identity_drift_users{kind="active_but_unknown",provider="allthenticate"} 0
                ticrypt_identity_drift_users{kind="ambiguous",provider="allthenticate"} 0
                ticrypt_identity_drift_users{kind="deactivated_but_enabled",provider="allthenticate"} 0
                ticrypt_identity_drift_vms{provider="allthenticate"} 0
                """, Exposed.of(fleet).samples(FAMILIES));
    }

    @Test
    void vmsAreCountedOnlyWhileThoseOfEveryRealmAreKnown() {
        FleetSnapshot fleet = drifted().vms("libvirt", OF_THE_LEAVER).made();
        assertEquals("", Exposed.of(fleet).samples("ticrypt_identity_drift_vms"));
    }

    @Test
    void aProviderThatIsNotConfiguredHasNoRowsAndWithholdsNothing() {
        FleetSnapshot fleet =
                Snapshots.knowing().users(user("leaver").email(LEAVER).made()).made();
        assertEquals("", Exposed.of(fleet).samples(FAMILIES));
        long withoutProvider = withheldBy(fleet);
        long withProvider = withheldBy(fleet.with(Source.unread(SourceId.site(Api.IDENTITY_MONOCLOUD))));
        assertEquals(withoutProvider + 3, withProvider);
    }

    /** Families that users withhold while they are not known. */
    private static long withheldBy(FleetSnapshot fleet) {
        SourceId users = SourceId.site(Api.USERS);
        FleetSnapshot unknown =
                fleet.with(Objects.requireNonNull(fleet.sources().get(users)).expired());
        String row = Exposed.of(unknown)
                .samples("ticrypt_withheld_families")
                .lines()
                .filter(line -> line.contains("\"users\""))
                .findFirst()
                .orElseThrow();
        return (long) Double.parseDouble(row.substring(row.lastIndexOf(' ')));
    }

    @Test
    void aProviderHasItsRowsAmongTheSourcesAndNoToken() {
        FleetSnapshot fleet = Snapshots.knowing()
                .accounts(IdentityProvider.MONOCLOUD, account(AccountState.ENABLED, LEAVER))
                .made()
                .withTally(Api.IDENTITY_MONOCLOUD, tally -> tally.plusResponse(200, 0.5));
        Exposed exposed = Exposed.of(fleet);
        assertEquals(
                """
                ticrypt_up{api="identity_monocloud",realm=""} 1
                ticrypt_objects{api="identity_monocloud",realm=""} 1
                ticrypt_poll_interval_seconds{api="identity_monocloud"} 60
                ticrypt_stale_after_seconds{api="identity_monocloud"} 300
                """,
                exposed.samples(
                        "ticrypt_up",
                        "ticrypt_objects",
                        "ticrypt_poll_interval_seconds",
                        "ticrypt_stale_after_seconds",
                        "ticrypt_token_accepted"));
    }

    @ParameterizedTest
    @EnumSource(PrivacyLevel.class)
    void nobodyIsNamedAtAnyLevel(PrivacyLevel level) {
        String text = Exposed.of(drifted().made()).at(level).text();
        assertFalse(text.contains("example.edu") || text.contains("leaver") || text.contains("account-of"), text);
    }
}
