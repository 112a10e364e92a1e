package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.IdentityMatch;
import io.github.ticryptexporter.findings.Owners;
import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.IdentityProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How users and the accounts of identity providers agree: counts alone, provider by provider. */
final class IdentityMetrics {

    private static final String STATES = "MonoCloud disabled; Allthenticate ad_status, email_status";
    private static final String EMAILS = "UserInfo.email, .state; MonoCloud emails[].email; Allthenticate email";
    private static final String BOTH = EMAILS + "; " + STATES;

    private IdentityMetrics() {}

    static List<Family> families() {
        return List.of(
                perProvider(
                        gauge(
                                        "ticrypt_identity_users",
                                        "Accounts in the latest poll of an identity provider, by state.")
                                .labels("provider", "state")
                                .from(STATES),
                        Set.of(),
                        IdentityMetrics::byState),
                perProvider(
                        gauge(
                                        "ticrypt_identity_match_ratio",
                                        "Share of the active users in the latest poll whose login e-mail an account of the"
                                                + " provider has.")
                                .labels("provider")
                                .from(EMAILS),
                        Set.of(Api.USERS),
                        IdentityMetrics::ratio),
                perProvider(
                        gauge(
                                        "ticrypt_identity_drift_users",
                                        "Users in the latest poll that disagree with the accounts of the provider, by kind; of ambiguous"
                                                + " ones the e-mails are counted.")
                                .labels("provider", "kind")
                                .from(BOTH),
                        Set.of(Api.USERS),
                        IdentityMetrics::drift),
                perProvider(
                        gauge(
                                        "ticrypt_identity_drift_vms",
                                        "VMs in the latest poll of active users whose account the provider has disabled.")
                                .labels("provider")
                                .from(BOTH + "; VirtualMachine.owner, .ownerType"),
                        Set.of(Api.USERS, Api.VMS),
                        IdentityMetrics::vms));
    }

    /** Fills the rows of one provider. */
    @FunctionalInterface
    private interface ProviderRows {
        void fill(Picture picture, IdentityProvider provider, Rows rows);
    }

    /** @param needs what else than the provider's accounts */
    private static Family perProvider(Family.Builder family, Set<Api> needs, ProviderRows rows) {
        for (IdentityProvider provider : IdentityProvider.values()) {
            Set<Api> all = EnumSet.of(provider.api());
            all.addAll(needs);
            family.site(all, (picture, filled) -> rows.fill(picture, provider, filled));
        }
        return family.build();
    }

    private static void byState(Picture picture, IdentityProvider provider, Rows rows) {
        for (AccountState state : provider.states()) {
            rows.set(0, provider.label(), state.label());
        }
        picture.fleet()
                .accounts(provider)
                .orElseThrow()
                .items()
                .forEach(
                        account -> rows.add(1, provider.label(), account.state().label()));
    }

    private static void ratio(Picture picture, IdentityProvider provider, Rows rows) {
        match(picture, provider).ratio().ifPresent(ratio -> rows.set(ratio, provider.label()));
    }

    private static void drift(Picture picture, IdentityProvider provider, Rows rows) {
        IdentityMatch match = match(picture, provider);
        rows.set(match.activeButDisabled().size(), provider.label(), "active_but_disabled");
        rows.set(match.activeButUnknown(), provider.label(), "active_but_unknown");
        rows.set(match.deactivatedButEnabled(), provider.label(), "deactivated_but_enabled");
        rows.set(match.ambiguous(), provider.label(), "ambiguous");
    }

    private static void vms(Picture picture, IdentityProvider provider, Rows rows) {
        Set<String> shutOut = match(picture, provider).activeButDisabled();
        Owners owners = picture.findings().owners();
        long vms = picture.fleet().realms().stream()
                .flatMap(realm -> picture.vms(realm).stream())
                .filter(vm -> owners.userOf(vm).filter(shutOut::contains).isPresent())
                .count();
        rows.set(vms, provider.label());
    }

    /** Rows that ask for it need users and accounts, so it is there. */
    private static IdentityMatch match(Picture picture, IdentityProvider provider) {
        IdentityMatch match = picture.findings().identities().get(provider);
        if (match == null) {
            throw new IllegalStateException("no match with " + provider + ": a family does not say what it needs");
        }
        return match;
    }
}
