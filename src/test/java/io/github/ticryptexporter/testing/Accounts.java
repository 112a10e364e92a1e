package io.github.ticryptexporter.testing;

import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.IdentityUser;
import io.github.ticryptexporter.fleet.LoginEmail;
import java.util.List;

/** Accounts at an identity provider, each with an id made of its first address. */
public final class Accounts {
    private Accounts() {}

    public static IdentityUser account(AccountState state, String... emails) {
        return new IdentityUser("account-of-" + String.join("-", emails), LoginEmail.allOf(List.of(emails)), state);
    }
}
