package io.github.ticryptexporter.fleet;

/** Text that somebody wrote, and that is read only while something shows or compares it. */
public enum FreeText {
    /** {@code TeamInfo.name}. */
    TEAM_NAMES,
    /** {@code VirtualMachine.name} and {@code DriveInfo.name}. */
    OBJECT_NAMES,
    /** {@code UserInfo.email}, compared with an identity provider's and never shown. */
    LOGIN_EMAILS
}
