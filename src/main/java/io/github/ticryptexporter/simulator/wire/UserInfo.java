package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user, as {@code GET /api/users} lists it. */
public final class UserInfo {
    public String id = "";
    public String firstName = "";
    public String lastName = "";
    public String email = "";
    public @Nullable String contactEmail;
    public long joined;
    public @Nullable Long lastLogin;
    public String role = "";
    public List<String> permissions = List.of();
    public String state = "";
    public @Nullable String stateReason;
    /** Admin, FailedPassword, Timeout, XSS or Registration. */
    public @Nullable String deactivationType;

    public @Nullable String department;
    public @Nullable String position;
    public @Nullable String comment;
    public @Nullable Boolean neverEscrow;
    public @Nullable Long passChanged;
    public @Nullable Long expiration;
    public @Nullable Long tosAccepted;
    public @Nullable Long deactivatedUntil;
    public @Nullable Long lastEscrow;
}
