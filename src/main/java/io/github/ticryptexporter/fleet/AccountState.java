package io.github.ticryptexporter.fleet;

import java.util.Locale;

/** What an identity provider says of an account. */
public enum AccountState {
    /** MonoCloud: may log in. */
    ENABLED,
    /** MonoCloud: may not. */
    DISABLED,
    /** Allthenticate: e-mail confirmed, device active. */
    ACTIVE,
    /** Allthenticate: suspended by an administrator. */
    SUSPENDED,
    /** Allthenticate: invited, and has yet to confirm the e-mail. */
    UNCONFIRMED,
    /** Allthenticate: without an active device. */
    OTHER;

    /** Whether the account lets its owner in. */
    public boolean isEnabled() {
        return this == ENABLED || this == ACTIVE;
    }

    /** Whether somebody has shut the account; one that was never finished is neither this nor enabled. */
    public boolean isDisabled() {
        return this == DISABLED || this == SUSPENDED;
    }

    /** The label's value: the constant in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
