package io.github.ticryptexporter.identity;

import io.github.ticryptexporter.fleet.LoginEmail;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What makes an account one and the same: its id, or, where the provider leaves that out, its address. */
final class AccountKey {
    private AccountKey() {}

    /** The id, or else the digest of an address; null for an account with neither. */
    static @Nullable String of(@Nullable String id, Collection<LoginEmail> emails) {
        if (id != null && !id.isEmpty()) {
            return id;
        }
        return emails.stream().map(LoginEmail::digest).sorted().findFirst().orElse(null);
    }
}
