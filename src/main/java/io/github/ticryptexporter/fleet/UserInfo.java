package io.github.ticryptexporter.fleet;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as {@code GET /api/users} lists it, reduced to what is counted; nothing here but {@code state} and {@code role}
 * ever leaves the process.
 *
 * @param email the login; null where it is empty, and unless {@link FreeText#LOGIN_EMAILS} are read
 * @param state open set; empty when the API leaves it out
 * @param role open set; empty when the API leaves it out
 * @param deactivationType null for none
 * @param joinedMillis {@link EpochMillis#NONE} when the API leaves it out
 * @param lastLoginMillis {@link EpochMillis#NONE} for never
 * @param neverEscrow true only when the API says so
 * @param lastEscrowMillis {@link EpochMillis#NONE} for never
 * @param tosAccepted whether the terms of service were ever accepted
 * @param passChangedMillis {@link EpochMillis#NONE} when the API leaves it out
 * @param expirationMillis {@link EpochMillis#NONE} for none
 * @param deactivatedUntilMillis {@link EpochMillis#NONE} for no lock
 */
public record UserInfo(
        String id,
        @Nullable LoginEmail email,
        String state,
        String role,
        @Nullable DeactivationType deactivationType,
        long joinedMillis,
        long lastLoginMillis,
        boolean neverEscrow,
        long lastEscrowMillis,
        boolean tosAccepted,
        long passChangedMillis,
        long expirationMillis,
        long deactivatedUntilMillis) {

    private static final String ACTIVE = "Active";

    /** The login, if it is known: none or one. */
    public Set<LoginEmail> emails() {
        return email == null ? Set.of() : Set.of(email);
    }

    /** Whether the account may be used. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant joined() {
        return EpochMillis.instant(joinedMillis);
    }

    /** Null for never. */
    public @Nullable Instant lastLogin() {
        return EpochMillis.instant(lastLoginMillis);
    }

    /** Null for never. */
    public @Nullable Instant lastEscrow() {
        return EpochMillis.instant(lastEscrowMillis);
    }

    /** Null when the API leaves it out. */
    public @Nullable Instant passChanged() {
        return EpochMillis.instant(passChangedMillis);
    }

    /** Null for none. */
    public @Nullable Instant expiration() {
        return EpochMillis.instant(expirationMillis);
    }

    /** Null for no lock. */
    public @Nullable Instant deactivatedUntil() {
        return EpochMillis.instant(deactivatedUntilMillis);
    }
}
