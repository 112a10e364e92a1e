package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.DeactivationType;
import io.github.ticryptexporter.fleet.EpochMillis;
import io.github.ticryptexporter.fleet.LoginEmail;
import io.github.ticryptexporter.fleet.UserInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes an active user without anything to blame, but for what a test says. Durations are before the clocks start. */
public final class Users {
    private final String id;
    private @Nullable LoginEmail email;
    private String state = "Active";
    private String role = "User";
    private @Nullable DeactivationType deactivationType;
    private @Nullable Instant joined = ManualClock.START.minus(Duration.ofDays(200));
    private @Nullable Instant lastLogin = ManualClock.START.minus(Duration.ofHours(1));
    private boolean neverEscrow;
    private @Nullable Instant lastEscrow = ManualClock.START.minus(Duration.ofDays(100));
    private boolean tosAccepted = true;
    private @Nullable Instant passChanged = ManualClock.START.minus(Duration.ofDays(100));
    private @Nullable Instant expiration;
    private @Nullable Instant deactivatedUntil;

    private Users(String id) {
        this.id = id;
    }

    public static Users user(String id) {
        return new Users(id);
    }

    /** A login that is visibly made up. */
    public Users email(String login) {
        this.email = LoginEmail.of(login).orElse(null);
        return this;
    }

    public Users state(String word) {
        this.state = word;
        return this;
    }

    public Users role(String word) {
        this.role = word;
        return this;
    }

    /** Not active any more, for this cause. */
    public Users deactivated(DeactivationType cause) {
        this.deactivationType = cause;
        return state("Deactivated");
    }

    public Users joined(@Nullable Duration ago) {
        this.joined = ago == null ? null : ManualClock.START.minus(ago);
        return this;
    }

    /** Null for never. */
    public Users loggedIn(@Nullable Duration ago) {
        this.lastLogin = ago == null ? null : ManualClock.START.minus(ago);
        return this;
    }

    public Users neverEscrowed() {
        this.lastEscrow = null;
        return this;
    }

    /** Excused from escrow. */
    public Users excused() {
        this.neverEscrow = true;
        return this;
    }

    public Users withoutTos() {
        this.tosAccepted = false;
        return this;
    }

    public Users changedPassword(Duration ago) {
        this.passChanged = ManualClock.START.minus(ago);
        return this;
    }

    /** Expires this long after the clocks start; negative for before. */
    public Users expires(Duration ahead) {
        this.expiration = ManualClock.START.plus(ahead);
        return this;
    }

    /** Locked until this long after the clocks start; negative for before. */
    public Users lockedUntil(Duration ahead) {
        this.deactivatedUntil = ManualClock.START.plus(ahead);
        return this;
    }

    public UserInfo made() {
        return new UserInfo(
                id,
                email,
                state,
                role,
                deactivationType,
                EpochMillis.of(joined),
                EpochMillis.of(lastLogin),
                neverEscrow,
                EpochMillis.of(lastEscrow),
                tosAccepted,
                EpochMillis.of(passChanged),
                EpochMillis.of(expiration),
                EpochMillis.of(deactivatedUntil));
    }
}
