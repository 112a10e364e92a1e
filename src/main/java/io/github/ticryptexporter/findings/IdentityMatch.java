package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.fleet.UserInfo;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How tiCrypt's users and an identity provider's accounts agree, joined by login e-mail.
 *
 * <p>An e-mail on more than one user, or on more than one account, joins nothing: it is ambiguous, counted as an e-mail, and
 * whoever has it is left out of everything else. A user without an e-mail is found nowhere.
 *
 * @param activeButDisabled ids of the users whose account is shut
 * @param activeButUnknown active users without an account
 * @param deactivatedButEnabled users in another state whose account lets them in
 * @param ambiguous e-mails
 * @param active active users that were looked for
 */
public record IdentityMatch(
        Set<String> activeButDisabled, long activeButUnknown, long deactivatedButEnabled, long ambiguous, long active) {

    public IdentityMatch {
        activeButDisabled = Set.copyOf(activeButDisabled);
    }

    /** The match with each provider whose accounts are known, if the users are. */
    static Map<IdentityProvider, IdentityMatch> perProvider(FleetSnapshot fleet) {
        Map<IdentityProvider, IdentityMatch> matches = new EnumMap<>(IdentityProvider.class);
        for (IdentityProvider provider : IdentityProvider.values()) {
            var accounts = fleet.accounts(provider);
            fleet.users()
                    .filter(users -> accounts.isPresent())
                    .map(users -> of(users.items(), accounts.orElseThrow().items()))
                    .ifPresent(match -> matches.put(provider, match));
        }
        return matches;
    }

    /** The match of these users with these accounts. */
    static IdentityMatch of(List<UserInfo> users, List<IdentityUser> accounts) {
        Set<LoginEmail> ambiguous = repeated(users.stream().map(UserInfo::emails));
        ambiguous.addAll(repeated(accounts.stream().map(IdentityUser::emails)));
        Map<LoginEmail, AccountState> states = new HashMap<>();
        accounts.forEach(account -> account.emails().forEach(email -> states.put(email, account.state())));
        Count count = new Count();
        users.stream()
                .filter(user -> user.email() == null || !ambiguous.contains(user.email()))
                .forEach(user -> count.add(user, user.email() == null ? null : states.get(user.email())));
        return new IdentityMatch(
                count.activeButDisabled,
                count.activeButUnknown,
                count.deactivatedButEnabled,
                ambiguous.size(),
                count.active);
    }

    /** What is in more than one of the sets. */
    private static Set<LoginEmail> repeated(Stream<Set<LoginEmail>> owners) {
        Set<LoginEmail> once = new HashSet<>();
        Set<LoginEmail> again = new HashSet<>();
        owners.flatMap(Collection::stream).filter(email -> !once.add(email)).forEach(again::add);
        return again;
    }

    /** Share of the active users that have an account, whatever its state; none without an active user. */
    public OptionalDouble ratio() {
        return active == 0 ? OptionalDouble.empty() : OptionalDouble.of((active - activeButUnknown) / (double) active);
    }

    /** The numbers while users are gone through. */
    private static final class Count {
        private final Set<String> activeButDisabled = new HashSet<>();
        private long activeButUnknown;
        private long deactivatedButEnabled;
        private long active;

        /** @param account null for none */
        void add(UserInfo user, @Nullable AccountState account) {
            if (!user.isActive()) {
                deactivatedButEnabled += account != null && account.isEnabled() ? 1 : 0;
                return;
            }
            active++;
            if (account == null) {
                activeButUnknown++;
            } else if (account.isDisabled()) {
                activeButDisabled.add(user.id());
            }
        }
    }
}
