package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Accounts.account;
import static io.github.ticryptexporter.testing.Users.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityMatchTest {

    private static final String EMAIL = "given-0042@example.edu";
    private static final UserInfo ACTIVE = user("a").email(EMAIL).made();

    /** Nothing amiss: one active user that was looked for and found. */
    private static final IdentityMatch FOUND = new IdentityMatch(Set.of(), 0, 0, 0, 1);

    @Test
    void anActiveUserIsFoundByLoginWhateverTheCapitals() {
        assertEquals(FOUND, match(List.of(ACTIVE), account(AccountState.ENABLED, "Given-0042@EXAMPLE.edu")));
    }

    @Test
    void anyAddressOfAnAccountWillDo() {
        assertEquals(FOUND, match(List.of(ACTIVE), account(AccountState.ENABLED, "alias-0042@example.edu", EMAIL)));
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLED,     false",
        "DISABLED,    true",
        "ACTIVE,      false",
        "SUSPENDED,   true",
        "UNCONFIRMED, false",
        "OTHER,       false"
    })
    void anActiveUserWhoseAccountIsShutIsALeaver(AccountState state, boolean leaver) {
        assertEquals(
                new IdentityMatch(leaver ? Set.of("a") : Set.of(), 0, 0, 0, 1),
                match(List.of(ACTIVE), account(state, EMAIL)));
    }

    @ParameterizedTest
    @CsvSource({"ENABLED, 1", "DISABLED, 0", "ACTIVE, 1", "SUSPENDED, 0", "UNCONFIRMED, 0", "OTHER, 0"})
    void aUserWhoIsNotActiveAndWhoseAccountIsOpenWasForgotten(AccountState state, long forgotten) {
        UserInfo deactivated =
                user("a").deactivated(DeactivationType.ADMIN).email(EMAIL).made();
        assertEquals(
                new IdentityMatch(Set.of(), 0, forgotten, 0, 0), match(List.of(deactivated), account(state, EMAIL)));
    }

    @Test
    void anyStateButActiveIsNotActive() {
        UserInfo fresh = user("a").state("New").email(EMAIL).made();
        assertEquals(
                new IdentityMatch(Set.of(), 0, 1, 0, 0), match(List.of(fresh), account(AccountState.ENABLED, EMAIL)));
    }

    @Test
    void aUserWhomNoAccountNamesIsUnknown() {
        assertEquals(
                new IdentityMatch(Set.of(), 1, 0, 0, 1),
                match(List.of(ACTIVE), account(AccountState.ENABLED, "given-0043@example.edu")));
    }

    @Test
    void aUserWithoutAnAddressIsUnknownToo() {
        assertEquals(
                new IdentityMatch(Set.of(), 2, 0, 0, 2),
                match(List.of(user("a").made(), user("b").made()), account(AccountState.ENABLED, EMAIL)));
    }

    @Test
    void anAddressOfTwoUsersIsCountedOnceAndLeavesBothOut() {
        UserInfo other =
                user("b").deactivated(DeactivationType.ADMIN).email(EMAIL).made();
        assertEquals(
                new IdentityMatch(Set.of(), 0, 0, 1, 0),
                match(List.of(ACTIVE, other), account(AccountState.DISABLED, EMAIL)));
    }

    @Test
    void anAddressOfTwoAccountsIsCountedOnceAndLeavesTheUserOut() {
        assertEquals(
                new IdentityMatch(Set.of(), 0, 0, 1, 0),
                match(
                        List.of(ACTIVE),
                        account(AccountState.DISABLED, EMAIL),
                        account(AccountState.ENABLED, "alias-0042@example.edu", EMAIL)));
    }

    @Test
    void anAddressThatIsAmbiguousOnBothSidesIsCountedOnce() {
        assertEquals(
                new IdentityMatch(Set.of(), 0, 0, 1, 0),
                match(
                        List.of(ACTIVE, user("b").email(EMAIL).made()),
                        account(AccountState.ENABLED, EMAIL),
                        account(AccountState.ENABLED, "alias-0042@example.edu", EMAIL)));
    }

    @Test
    void anAmbiguousAddressThatNoUserHasIsCountedToo() {
        assertEquals(
                1,
                match(
                                List.of(),
                                account(AccountState.ENABLED, EMAIL),
                                account(AccountState.ENABLED, "alias-0042@example.edu", EMAIL))
                        .ambiguous());
    }

    @Test
    void anAccountMayHaveAnAddressTwice() {
        assertEquals(FOUND, match(List.of(ACTIVE), account(AccountState.ENABLED, EMAIL, "GIVEN-0042@example.edu")));
    }

    @Test
    void theRatioIsOfTheActiveUsersThatWereLookedFor() {
        List<UserInfo> users = List.of(
                ACTIVE,
                user("b").email("given-0043@example.edu").made(),
                user("c").email("given-0044@example.edu").made(),
                user("d").email("given-0045@example.edu").made(),
                user("twin-1").email("twins@example.edu").made(),
                user("twin-2").email("twins@example.edu").made(),
                user("e").state("New").email("given-0046@example.edu").made());
        assertEquals(
                OptionalDouble.of(0.75),
                match(
                                users,
                                account(AccountState.DISABLED, EMAIL),
                                account(AccountState.ENABLED, "given-0043@example.edu"),
                                account(AccountState.ENABLED, "given-0044@example.edu"),
                                account(AccountState.ENABLED, "twins@example.edu"))
                        .ratio());
    }

    @Test
    void withoutAnActiveUserThereIsNoRatio() {
        assertEquals(
                OptionalDouble.empty(),
                match(List.of(), account(AccountState.ENABLED, EMAIL)).ratio());
    }

    @Test
    void aProviderIsMatchedOnceItsAccountsAndTheUsersAreKnown() {
        var users = Snapshots.knowing().users(ACTIVE);
        assertEquals(Set.of(), IdentityMatch.perProvider(users.made()).keySet());
        var both = users.accounts(IdentityProvider.MONOCLOUD).made();
        assertEquals(
                Set.of(IdentityProvider.MONOCLOUD),
                IdentityMatch.perProvider(both).keySet());
        var accounts = Snapshots.knowing().accounts(IdentityProvider.MONOCLOUD).made();
        assertEquals(Set.of(), IdentityMatch.perProvider(accounts).keySet());
    }

    private static IdentityMatch match(List<UserInfo> users, IdentityUser... accounts) {
        return IdentityMatch.of(users, List.of(accounts));
    }
}
