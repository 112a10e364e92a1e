package io.github.ticryptexporter.findings;

import static io.github.ticryptexporter.testing.Teams.team;
import static io.github.ticryptexporter.testing.Users.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.testing.Snapshots;
import io.github.ticryptexporter.testing.Users;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which accounts have which flaw, each just before and at its edge. */
class UserFindingsTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration DAYS_90 = Duration.ofDays(90);
    private static final Duration DAYS_365 = Duration.ofDays(365);

    static Stream<Arguments> accounts() {
        return Stream.of(
                account("nothing to blame", user("u")),
                account("expires now", user("u").expires(Duration.ZERO)),
                account("has just expired", user("u").expires(MILLISECOND.negated()), AccountFlaw.EXPIRED_ACTIVE),
                account("never escrowed", user("u").neverEscrowed(), AccountFlaw.NEVER_ESCROWED),
                account("excused from escrow", user("u").neverEscrowed().excused()),
                account("escrowed although excused", user("u").excused()),
                account("not yet stale", user("u").loggedIn(DAYS_90.minus(MILLISECOND))),
                account("just stale", user("u").loggedIn(DAYS_90), AccountFlaw.STALE_90D),
                account("joined, not stale", user("u").loggedIn(null).joined(DAYS_90.minus(MILLISECOND))),
                account("joined, never seen since", user("u").loggedIn(null).joined(DAYS_90), AccountFlaw.STALE_90D),
                account("joined long ago, seen since", user("u").joined(DAYS_365)),
                account("neither joined nor seen", user("u").loggedIn(null).joined(null)),
                account("never accepted the terms", user("u").withoutTos(), AccountFlaw.TOS_NEVER_ACCEPTED),
                account("password not yet old", user("u").changedPassword(DAYS_365.minus(MILLISECOND))),
                account("password just old", user("u").changedPassword(DAYS_365), AccountFlaw.PASSWORD_OLDER_365D),
                account("an active one's lock is over", user("u").lockedUntil(DAYS_90.negated())),
                account("locked until now", locked().lockedUntil(Duration.ZERO)),
                account("lock just over", locked().lockedUntil(MILLISECOND.negated()), AccountFlaw.LOCK_EXPIRED),
                account("locked without an end", locked()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accounts")
    void anAccountHasTheseFlawsAndNoOthers(String what, UserInfo account, Set<AccountFlaw> flaws) {
        for (AccountFlaw flaw : AccountFlaw.values()) {
            Long expected = flaws.contains(flaw) ? 1L : 0L;
            assertEquals(expected, findings(account).flaws().get(flaw), what + ": " + flaw);
        }
    }

    @ParameterizedTest
    @EnumSource(value = AccountFlaw.class, names = "LOCK_EXPIRED", mode = EnumSource.Mode.EXCLUDE)
    void onlyActiveUsersAreARisk(AccountFlaw flaw) {
        Users everything = user("outside-every-team")
                .expires(DAYS_90.negated())
                .neverEscrowed()
                .loggedIn(DAYS_365)
                .withoutTos()
                .changedPassword(DAYS_365);
        assertEquals(1L, findings(everything.made()).flaws().get(flaw));
        assertEquals(0L, findings(everything.state("Suspended").made()).flaws().get(flaw));
        assertEquals(0L, findings(everything.state("active").made()).flaws().get(flaw));
        assertEquals(0L, findings(everything.state("").made()).flaws().get(flaw));
    }

    @Test
    void whoIsInNoTeamsMembersHasNoTeam() {
        UserFindings findings = findings(
                user("u").made(), user("member").made(), user("outsider").made());
        assertEquals(1L, findings.flaws().get(AccountFlaw.NO_TEAM));
    }

    @Test
    void whoIsNotActiveIsKnownById() {
        UserFindings findings = findings(
                user("u").made(),
                user("locked").deactivated(DeactivationType.XSS).made(),
                user("stateless").state("").made());
        assertEquals(Set.of("locked", "stateless"), findings.inactive());
    }

    @Test
    void nothingFollowsFromUsersThatAreNotKnown() {
        UserFindings findings = UserFindings.of(
                Snapshots.knowing().teams(team("t").members("u").made()).made());
        assertEquals(new UserFindings(Map.of(), Set.of()), findings);
    }

    private static Users locked() {
        return user("u").deactivated(DeactivationType.TIMEOUT);
    }

    private static Arguments account(String what, Users user, AccountFlaw... flaws) {
        EnumSet<AccountFlaw> expected = EnumSet.noneOf(AccountFlaw.class);
        expected.addAll(List.of(flaws));
        return Arguments.of(what, user.made(), expected);
    }

    private static UserFindings findings(UserInfo... users) {
        return UserFindings.of(Snapshots.knowing()
                .users(users)
                .teams(
                        team("one").members("u").made(),
                        team("two").members("u", "member").made())
                .made());
    }
}
