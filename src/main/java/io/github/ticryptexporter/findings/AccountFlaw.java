package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.UserInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with an account; {@link #LOCK_EXPIRED} is about those that are not active, all else about active ones. */
public enum AccountFlaw {
    /** Its expiration has passed. */
    EXPIRED_ACTIVE,
    /** Its key was never escrowed, and it is not excused from that. */
    NEVER_ESCROWED,
    /** It is a member of no team. */
    NO_TEAM,
    /** It was not used for at least 90 days. */
    STALE_90D,
    /** It never accepted the terms of service. */
    TOS_NEVER_ACCEPTED,
    /** Its password was last changed at least 365 days ago. */
    PASSWORD_OLDER_365D,
    /** It was to be locked until a time that has passed. */
    LOCK_EXPIRED;

    private static final Duration STALE = Duration.ofDays(90);
    private static final Duration OLD_PASSWORD = Duration.ofDays(365);

    /** The words of the constant, as the label {@code kind} has them. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the user's account has this flaw.
     *
     * @param at the instant that its ages are judged against
     * @param members of any team
     */
    boolean isIn(UserInfo user, Instant at, Set<String> members) {
        if (user.isActive() == (this == LOCK_EXPIRED)) {
            return false;
        }
        return switch (this) {
            case EXPIRED_ACTIVE -> hasPassed(user.expiration(), at);
            case NEVER_ESCROWED -> user.lastEscrow() == null && !user.neverEscrow();
            case NO_TEAM -> !members.contains(user.id());
            case STALE_90D -> isOlder(user.lastLogin() == null ? user.joined() : user.lastLogin(), STALE, at);
            case TOS_NEVER_ACCEPTED -> !user.tosAccepted();
            case PASSWORD_OLDER_365D -> isOlder(user.passChanged(), OLD_PASSWORD, at);
            case LOCK_EXPIRED -> hasPassed(user.deactivatedUntil(), at);
        };
    }

    /** The very instant is still to come: it is the edge of what is yet "within" the coming days. */
    private static boolean hasPassed(@Nullable Instant time, Instant at) {
        return time != null && time.isBefore(at);
    }

    private static boolean isOlder(@Nullable Instant time, Duration age, Instant at) {
        return time != null && !time.isAfter(at.minus(age));
    }
}
