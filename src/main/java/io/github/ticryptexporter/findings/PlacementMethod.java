package io.github.ticryptexporter.findings;

import java.util.Locale;

/** The rule that found a VM's host; the first that applies decides. */
public enum PlacementMethod {
    /** An inventory entry matches. */
    INVENTORY,
    /** The VM's port numbers give away the host's NAT port base. */
    NAT_BASE,
    /** The VM is reached at an address that is not its own. */
    SSH_HOST,
    /** The VM's config pins it to a host. */
    PINNED,
    /** No rule applies. */
    UNKNOWN;

    /** The value of the label {@code method}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
