package io.github.ticryptexporter.fleet;

import java.util.List;
import java.util.Locale;

/** Whose accounts tiCrypt's users are compared with. */
public enum IdentityProvider {
    MONOCLOUD(Api.IDENTITY_MONOCLOUD),
    ALLTHENTICATE(Api.IDENTITY_ALLTHENTICATE);

    private final Api api;

    IdentityProvider(Api api) {
        this.api = api;
    }

    /** The route that lists its accounts. */
    public Api api() {
        return api;
    }

    /** Every state that its accounts can be in. */
    public List<AccountState> states() {
        return switch (this) {
            case MONOCLOUD -> List.of(AccountState.ENABLED, AccountState.DISABLED);
            case ALLTHENTICATE ->
                List.of(AccountState.ACTIVE, AccountState.SUSPENDED, AccountState.UNCONFIRMED, AccountState.OTHER);
        };
    }

    /** The label's value and the configuration's key: the constant in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
