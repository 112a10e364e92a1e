package io.github.ticryptexporter.simulator.wire;

import org.jspecify.annotations.Nullable;

/** A user as a member of a team. */
public final class TeamMemberInfo {
    public String id = "";
    /** Empty when the user no longer exists. */
    public String firstName = "";

    public String lastName = "";
    public @Nullable String email;
    public @Nullable Long lastLogin;
}
