package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.findings.AccountFlaw.EXPIRED_ACTIVE;
import static io.github.ticryptexporter.findings.AccountFlaw.LOCK_EXPIRED;
import static io.github.ticryptexporter.findings.AccountFlaw.NEVER_ESCROWED;
import static io.github.ticryptexporter.findings.AccountFlaw.NO_TEAM;
import static io.github.ticryptexporter.findings.AccountFlaw.PASSWORD_OLDER_365D;
import static io.github.ticryptexporter.findings.AccountFlaw.STALE_90D;
import static io.github.ticryptexporter.findings.AccountFlaw.TOS_NEVER_ACCEPTED;
import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.findings.AccountFlaw;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.UserInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Users, counted; nobody is named at any level. */
final class UserMetrics {

    private static final Set<Api> USERS = Set.of(Api.USERS);
    private static final List<Integer> LOGIN_DAYS = List.of(1, 7, 30, 90);
    private static final List<Integer> EXPIRY_DAYS = List.of(7, 30);

    /** What a word of an open set may look like; anything longer or stranger may be about a person. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9 _-]{1,40}");

    private static final int COMMONEST_WORDS = 10;

    private UserMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_users", "Users in the latest poll by state, the ten commonest and the rest.")
                        .labels("state")
                        .from("UserInfo.state")
                        .site(USERS, byWord(UserInfo::state))
                        .build(),
                gauge("ticrypt_users_deactivated", "Users in the latest poll by the cause of their deactivation.")
                        .labels("cause")
                        .from("UserInfo.deactivationType")
                        .site(USERS, UserMetrics::byCause)
                        .build(),
                gauge("ticrypt_users_by_role", "Users in the latest poll by role, the ten commonest and the rest.")
                        .labels("role")
                        .from("UserInfo.role")
                        .site(USERS, byWord(UserInfo::role))
                        .build(),
                gauge("ticrypt_users_logged_in", "Users in the latest poll who logged in no longer ago than this.")
                        .labels("within")
                        .from("UserInfo.lastLogin")
                        .site(USERS, UserMetrics::loggedIn)
                        .build(),
                gauge(
                                "ticrypt_users_expiring",
                                "Active users in the latest poll whose account expires within this time.")
                        .labels("within")
                        .from("UserInfo.state, .expiration")
                        .site(USERS, UserMetrics::expiring)
                        .build(),
                gauge("ticrypt_users_risk", "Active users in the latest poll whose account is a risk, by kind.")
                        .labels("kind")
                        .from(
                                "UserInfo.state, .expiration, .lastEscrow, .neverEscrow, .lastLogin, .joined; TeamInfo.members")
                        .site(USERS, flaws(EXPIRED_ACTIVE, NEVER_ESCROWED, STALE_90D))
                        .site(Set.of(Api.USERS, Api.TEAMS), flaws(NO_TEAM))
                        .build(),
                gauge("ticrypt_users_hygiene", "Users in the latest poll whose account wants tidying, by kind.")
                        .labels("kind")
                        .from("UserInfo.state, .tosAccepted, .passChanged, .deactivatedUntil")
                        .site(USERS, flaws(TOS_NEVER_ACCEPTED, PASSWORD_OLDER_365D, LOCK_EXPIRED))
                        .build());
    }

    /** Counts the words of an open set; what is no word is among the rest, and a missing one is unknown. */
    private static Family.SiteRows byWord(Function<UserInfo, String> word) {
        return (picture, rows) -> {
            List<String> words = picture.users().items().stream()
                    .map(word)
                    .map(text -> text.isEmpty() ? "unknown" : text)
                    .toList();
            Commonest.of(words, COMMONEST_WORDS, WORD.asMatchPredicate())
                    .forEach((value, users) -> rows.set(users, value));
        };
    }

    private static void byCause(Picture picture, Rows rows) {
        for (DeactivationType cause : DeactivationType.values()) {
            rows.set(0, cause.label());
        }
        picture.users().items().stream()
                .map(UserInfo::deactivationType)
                .filter(Objects::nonNull)
                .forEach(cause -> rows.add(1, cause.label()));
    }

    private static void loggedIn(Picture picture, Rows rows) {
        Instant now = picture.users().judgedAt();
        for (int days : LOGIN_DAYS) {
            Instant since = now.minus(Duration.ofDays(days));
            rows.set(count(picture, user -> isWithin(user.lastLogin(), since, now)), days + "d");
        }
    }

    private static void expiring(Picture picture, Rows rows) {
        Instant now = picture.users().judgedAt();
        for (int days : EXPIRY_DAYS) {
            Instant until = now.plus(Duration.ofDays(days));
            long expiring = count(picture, user -> user.isActive() && isWithin(user.expiration(), now, until));
            rows.set(expiring, days + "d");
        }
    }

    private static boolean isWithin(@Nullable Instant time, Instant from, Instant until) {
        return time != null && !time.isBefore(from) && !time.isAfter(until);
    }

    private static Family.SiteRows flaws(AccountFlaw... flaws) {
        return (picture, rows) -> {
            for (AccountFlaw flaw : flaws) {
                rows.set(picture.findings().users().flaws().getOrDefault(flaw, 0L), flaw.label());
            }
        };
    }

    private static long count(Picture picture, Predicate<UserInfo> counted) {
        return picture.users().items().stream().filter(counted).count();
    }
}
