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
 * @param lastLogin null for never
 * @param neverEscrow true only when the API says so
 * @param lastEscrow null for never
 * @param tosAccepted whether the terms of service were ever accepted
 * @param expiration null for none
 */
public record UserInfo(
        String id,
        @Nullable LoginEmail email,
        String state,
        String role,
        @Nullable DeactivationType deactivationType,
        @Nullable Instant joined,
        @Nullable Instant lastLogin,
        boolean neverEscrow,
        @Nullable Instant lastEscrow,
        boolean tosAccepted,
        @Nullable Instant passChanged,
        @Nullable Instant expiration,
        @Nullable Instant deactivatedUntil) {

    private static final String ACTIVE = "Active";

    /** The login, if it is known: none or one. */
    public Set<LoginEmail> emails() {
        return email == null ? Set.of() : Set.of(email);
    }

    /** Whether the account may be used. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }
}
