package io.github.ticryptexporter.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ticryptexporter.api.ApiResult;
import io.github.ticryptexporter.fleet.AccountState;
import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.FleetSnapshot;
import io.github.ticryptexporter.fleet.IdentityProvider;
import io.github.ticryptexporter.fleet.SourceId;
import io.github.ticryptexporter.testing.Accounts;
import io.github.ticryptexporter.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An identity provider among the sources. */
class ProviderSnapshotTest {

    private static final SourceId MONOCLOUD = SourceId.site(Api.IDENTITY_MONOCLOUD);
    private static final Duration SKEW = Duration.ofSeconds(7);

    private final SnapshotUpdate update =
            new SnapshotUpdate(RealmSettings.DISCOVER, Set.of(Api.USERS, MONOCLOUD.api()));

    @Test
    void aConfiguredProviderIsASourceAndNoOtherIs() {
        assertEquals(
                Set.of(SourceId.site(Api.USERS), MONOCLOUD),
                update.initial().sources().keySet());
    }

    @Test
    void itsAccountsAreHeld() {
        FleetSnapshot fleet = update.after(update.initial(), MONOCLOUD, accounts());
        assertTrue(fleet.holds(MONOCLOUD));
        assertEquals(
                1,
                fleet.accounts(IdentityProvider.MONOCLOUD).orElseThrow().items().size());
    }

    @Test
    void itsClockSaysNothingOfTheBackends() {
        assertNull(update.after(update.initial(), MONOCLOUD, accounts()).clockSkew());
        assertEquals(
                SKEW,
                update.after(update.initial(), SourceId.site(Api.USERS), ok(List.of()))
                        .clockSkew());
    }

    private static ApiResult.Ok<?> accounts() {
        return ok(List.of(Accounts.account(AccountState.ENABLED, "given-0042@example.edu")));
    }

    private static ApiResult.Ok<?> ok(List<?> items) {
        return new ApiResult.Ok<>(
                items,
                100,
                Map.of(),
                null,
                new ApiResult.Exchange(ManualClock.START, Duration.ofMillis(10), 200, ManualClock.START, SKEW));
    }
}
