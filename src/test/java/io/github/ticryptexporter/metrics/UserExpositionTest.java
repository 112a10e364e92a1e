package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.testing.Drives.drive;
import static io.github.ticryptexporter.testing.Fleets.REALM;
import static io.github.ticryptexporter.testing.Teams.team;
import static io.github.ticryptexporter.testing.Users.user;
import static io.github.ticryptexporter.testing.Vms.vm;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.OwnerType;
import io.github.ticryptexporter.fleet.UserInfo;
import io.github.ticryptexporter.testing.Snapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users by number, and what those hold who are not active. */
class UserExpositionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    void aSiteWithoutUsersHasTheClosedSetsAtZeroAndNoOpenOne() {
        assertEquals(
                """
                ticrypt_users_deactivated{cause="Admin"} 0
                ticrypt_users_deactivated{cause="FailedPassword"} 0
                ticrypt_users_deactivated{cause="Registration"} 0
                ticrypt_users_deactivated{cause="Timeout"} 0
                ticrypt_users_deactivated{cause="XSS"} 0
                ticrypt_users_deactivated{cause="other"} 0
                ticrypt_users_logged_in{within="1d"} 0
                ticrypt_users_logged_in{within="30d"} 0
                ticrypt_users_logged_in{within="7d"} 0
                ticrypt_users_logged_in{within="90d"} 0
                ticrypt_users_expiring{within="30d"} 0
                ticrypt_users_expiring{within="7d"} 0
                ticrypt_users_risk{kind="expired_active"} 0
                ticrypt_users_risk{kind="never_escrowed"} 0
                ticrypt_users_risk{kind="stale_90d"} 0
                ticrypt_users_hygiene{kind="lock_expired"} 0
                ticrypt_users_hygiene{kind="password_older_365d"} 0
                ticrypt_users_hygiene{kind="tos_never_accepted"} 0
                """,
                exposed()
                        .samples(
                                "ticrypt_users",
                                "ticrypt_users_deactivated",
                                "ticrypt_users_by_role",
                                "ticrypt_users_logged_in",
                                "ticrypt_users_expiring",
                                "ticrypt_users_risk",
                                "ticrypt_users_hygiene"));
    }

    @Test
    void theTenCommonestStatesKeepTheirNamesAndEqualsRankByValue() {
        List<UserInfo> users = new ArrayList<>(List.of(state("Zero"), state("Zero")));
        for (char state = 'A'; state <= 'K'; state++) {
            users.add(state("State " + state));
        }
        assertEquals("""
                ticrypt_users{state="State A"} 1
                ticrypt_users{state="State B"} 1
                ticrypt_users{state="State C"} 1
                ticrypt_users{state="State D"} 1
                ticrypt_users{state="State E"} 1
                ticrypt_users{state="State F"} 1
                ticrypt_users{state="State G"} 1
                ticrypt_users{state="State H"} 1
                ticrypt_users{state="State I"} 1
                ticrypt_users{state="Zero"} 2
                ticrypt_users{state="other"} 2
                """, exposed(users.toArray(UserInfo[]::new)).samples("ticrypt_users"));
    }

    @Test
    void onlyShortPlainWordsAreShownHoweverCommonOthersAre() {
        String longest = "a".repeat(40);
        assertEquals(
                """
                ticrypt_users{state="Under_review - 2"} 1
                ticrypt_users{state="%s"} 1
                ticrypt_users{state="other"} 4
                ticrypt_users{state="unknown"} 1
                """.formatted(longest),
                exposed(
                                state(longest),
                                state(longest + "a"),
                                state("Under_review - 2"),
                                state("given.0042@example.edu"),
                                state("given.0042@example.edu"),
                                state("Activé"),
                                state(""))
                        .samples("ticrypt_users"));
    }

    @Test
    void rolesAreBoundedAlike() {
        assertEquals(
                """
                ticrypt_users_by_role{role="Super Admin"} 1
                ticrypt_users_by_role{role="User"} 2
                ticrypt_users_by_role{role="other"} 1
                """,
                exposed(
                                user("a").made(),
                                user("b").made(),
                                user("c").role("Super Admin").made(),
                                user("d").role("User\n").made())
                        .samples("ticrypt_users_by_role"));
    }

    @Test
    void deactivationsAreCountedByCauseAndWhoHasNoneIsInNone() {
        assertEquals(
                """
                ticrypt_users_deactivated{cause="Admin"} 0
                ticrypt_users_deactivated{cause="FailedPassword"} 0
                ticrypt_users_deactivated{cause="Registration"} 0
                ticrypt_users_deactivated{cause="Timeout"} 2
                ticrypt_users_deactivated{cause="XSS"} 0
                ticrypt_users_deactivated{cause="other"} 1
                """,
                exposed(
                                user("a").deactivated(DeactivationType.TIMEOUT).made(),
                                user("b")
                                        .deactivated(DeactivationType.TIMEOUT)
                                        .state("Active")
                                        .made(),
                                user("c").deactivated(DeactivationType.OTHER).made(),
                                user("d").state("Deactivated").made())
                        .samples("ticrypt_users_deactivated"));
    }

    @Test
    void aLoginExactlyADayAgoIsWithinTheDay() {
        assertEquals(
                """
                ticrypt_users_logged_in{within="1d"} 2
                ticrypt_users_logged_in{within="30d"} 3
                ticrypt_users_logged_in{within="7d"} 3
                ticrypt_users_logged_in{within="90d"} 4
                """,
                exposed(
                                user("now").loggedIn(Duration.ZERO).made(),
                                user("yet-to-come")
                                        .loggedIn(MILLISECOND.negated())
                                        .made(),
                                user("a-day-ago")
                                        .loggedIn(DAY)
                                        .state("Deactivated")
                                        .made(),
                                user("a-little-longer")
                                        .loggedIn(DAY.plus(MILLISECOND))
                                        .made(),
                                user("ninety-days-ago")
                                        .loggedIn(DAY.multipliedBy(90))
                                        .made(),
                                user("longer")
                                        .loggedIn(DAY.multipliedBy(90).plus(MILLISECOND))
                                        .made(),
                                user("never").loggedIn(null).made())
                        .samples("ticrypt_users_logged_in"));
    }

    @Test
    void anAccountThatExpiresInExactlySevenDaysExpiresWithinThem() {
        assertEquals(
                """
                ticrypt_users_expiring{within="30d"} 4
                ticrypt_users_expiring{within="7d"} 2
                """,
                exposed(
                                user("now").expires(Duration.ZERO).made(),
                                user("in-seven-days")
                                        .expires(DAY.multipliedBy(7))
                                        .made(),
                                user("a-little-later")
                                        .expires(DAY.multipliedBy(7).plus(MILLISECOND))
                                        .made(),
                                user("in-thirty-days")
                                        .expires(DAY.multipliedBy(30))
                                        .made(),
                                user("later")
                                        .expires(DAY.multipliedBy(30).plus(MILLISECOND))
                                        .made(),
                                user("expired").expires(MILLISECOND.negated()).made(),
                                user("never").made(),
                                user("not-active")
                                        .expires(DAY)
                                        .state("Deactivated")
                                        .made())
                        .samples("ticrypt_users_expiring"));
    }

    @Test
    void riskAndHygieneAreCountedByKind() {
        var fleet = Snapshots.knowing()
                .users(
                        user("a").neverEscrowed().withoutTos().made(),
                        user("b").neverEscrowed().loggedIn(DAY.multipliedBy(90)).made(),
                        user("c")
                                .expires(DAY.negated())
                                .changedPassword(DAY.multipliedBy(365))
                                .made(),
                        user("d")
                                .state("Locked")
                                .lockedUntil(DAY.negated())
                                .neverEscrowed()
                                .made())
                .teams(team("t").members("a", "d").made())
                .made();
        assertEquals("""
                ticrypt_users_risk{kind="expired_active"} 1
                ticrypt_users_risk{kind="never_escrowed"} 2
                ticrypt_users_risk{kind="no_team"} 2
                ticrypt_users_risk{kind="stale_90d"} 1
                ticrypt_users_hygiene{kind="lock_expired"} 1
                ticrypt_users_hygiene{kind="password_older_365d"} 1
                ticrypt_users_hygiene{kind="tos_never_accepted"} 1
                """, Exposed.of(fleet).samples("ticrypt_users_risk", "ticrypt_users_hygiene"));
    }

    @Test
    void whatInactiveUsersHoldIsCountedRealmByRealm() {
        var fleet = Snapshots.knowing(REALM, "libvirt2")
                .users(
                        user("active").made(),
                        user("gone").deactivated(DeactivationType.ADMIN).made())
                .vms(
                        REALM,
                        vm("a").ownedBy(OwnerType.USER, "gone").made(),
                        vm("b").ownedBy(OwnerType.USER, "active").made(),
                        vm("c").ownedBy(OwnerType.USER, "not-listed").made(),
                        vm("d").ownedBy(OwnerType.UNKNOWN, "gone").made())
                .vms("libvirt2", vm("e").ownedBy(OwnerType.VM, "a").made())
                .drives(
                        drive("f").of("gone").holds(1).made(),
                        drive("g").of("gone").holds(2).team(null).made(),
                        drive("h").of("active").made(),
                        drive("i").of("not-listed").made(),
                        drive("j").of("gone").in("excluded").made())
                .made();
        assertEquals(
                """
                ticrypt_inactive_owner_vms{realm="libvirt"} 1
                ticrypt_inactive_owner_vms{realm="libvirt2"} 1
                ticrypt_inactive_owner_drives_capacity_bytes{realm="libvirt"} 3221225472
                ticrypt_inactive_owner_drives_capacity_bytes{realm="libvirt2"} 0
                """,
                Exposed.of(fleet)
                        .samples("ticrypt_inactive_owner_vms", "ticrypt_inactive_owner_drives_capacity_bytes"));
    }

    private static Exposed exposed(UserInfo... users) {
        return Exposed.of(Snapshots.knowing().users(users).made());
    }

    private static UserInfo state(String word) {
        return user(word).state(word).made();
    }
}
