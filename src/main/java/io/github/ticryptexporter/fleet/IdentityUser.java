package io.github.ticryptexporter.fleet;

import java.util.Set;

/**
 * An account at an identity provider, reduced to what is compared; nothing of it but its state is ever counted by.
 *
 * @param emails all its addresses; may be empty
 */
public record IdentityUser(String id, Set<LoginEmail> emails, AccountState state) {
    public IdentityUser {
        emails = Set.copyOf(emails);
    }
}
